import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { validateMessage } from '../../src/local-slack/validate-message.ts';
import { pageCount } from '../../src/render/pages.ts';
import { answerMetadata } from '../../src/slack/answer-metadata.ts';
import type { Lookup } from '../../src/slack/lookup.ts';
import { messageOf, remarked, replyWith } from '../../src/slack/reply.ts';
import { anyAnswer } from '../support/arbitrary-answer.ts';
import { arbitraryQuestion } from '../support/arbitrary-question.ts';
import { desk, NOW } from '../support/desk.ts';

/** Throws Slack's complaints where it would refuse a message of an answer: each page, for all and for one, new and updated. */
function validate(answer: Answer, lookup: Lookup): void {
  const question = lookup.kind === 'ask' ? lookup.question : '';
  const metadata = answerMetadata(question, answer);
  for (const page of [undefined, ...Array.from({ length: pageCount(answer) }, (_, index) => index)]) {
    const reply = replyWith(answer, lookup, { dateline: desk() }, page);
    for (const privately of [true, false]) {
      validateMessage({ ...messageOf(reply, { privately }), metadata } as never);
      validateMessage({ ...messageOf(reply, { privately }) } as never, 'update');
    }
    validateMessage({ ...messageOf(remarked(reply, 'Only you see this.'), { privately: true }) } as never);
  }
}

test('Slack takes whatever is said of any event of the record', () => {
  const events = desk().events();
  for (const { id } of events) {
    validate(desk().tell(id)!, { kind: 'after', event: id });
    validate(desk().before(id)!, { kind: 'before', event: id });
    validate(desk().after(id)!, { kind: 'after', event: id });
  }
  const places = new Set(events.flatMap(({ placesWithin }) => placesWithin));
  for (const place of places) validate(desk().atPlace(place)!, { kind: 'place', place });
  expect(places.size).toBeGreaterThan(10);
  for (const text of ['baghdad', '2024', 'iran'])
    validate(desk().timelineOf(text, { now: NOW })!, { kind: 'timeline', text });
});

test('Slack takes the answer to any question', () => {
  fc.assert(
    fc.property(arbitraryQuestion, (question) => {
      const asked = question.replace(/\s+/g, ' ').slice(0, 1000);
      validate(desk().ask(asked, { now: NOW }), { kind: 'ask', question: asked });
    }),
    { numRuns: 150 },
  );
});

test('Slack takes any answer to any question', () => {
  fc.assert(
    fc.property(anyAnswer, fc.string({ unit: 'binary', maxLength: 1000 }), (answer, question) => {
      validate(answer, { kind: 'ask', question });
    }),
    { numRuns: 150 },
  );
});
