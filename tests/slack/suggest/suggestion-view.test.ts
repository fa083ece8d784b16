import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooHeavy, validateView } from '../../../src/local-slack/blocks/validate-view.ts';
import type { Json } from '../../../src/local-slack/json.ts';
import { validateMessage } from '../../../src/local-slack/validate-message.ts';
import { eventOptions } from '../../../src/slack/suggest/event-options.ts';
import { proposalMessage } from '../../../src/slack/suggest/proposal-message.ts';
import { suggestionView } from '../../../src/slack/suggest/suggestion-view.ts';
import type { Proposal } from '../../../src/store/proposals.ts';
import { anyText } from '../../support/arbitrary-answer.ts';
import { record } from '../../support/desk.ts';

const EVENTS = record().flatMap(({ events }) => events);
const [FIRST] = EVENTS;

test('every event of the record can be chosen, by years, the newest first', () => {
  const groups = eventOptions(EVENTS);
  expect(groups.flatMap(({ options }) => options)).toHaveLength(EVENTS.length);
  const years = groups.map(({ label }) => label.text);
  expect(years).toEqual(years.toSorted().reverse());
  const view = suggestionView(EVENTS, [], 'C0NEWS');
  expect(validateView(view, 'modal')).toEqual([]);
  expect(isTooHeavy(view as unknown as Json)).toBe(false);
});

test('the event at hand stands first, once, and is chosen', () => {
  const groups = eventOptions(EVENTS, [FIRST!.id]);
  expect(groups[0]).toMatchObject({ label: { text: 'In the answer' }, options: [{ value: FIRST!.id }] });
  const values = groups.flatMap(({ options }) => options.map(({ value }) => value));
  expect(new Set(values).size).toBe(values.length);
  const text = JSON.stringify(suggestionView(EVENTS, [FIRST!.id], 'C0NEWS').blocks);
  expect(text).toMatch(/"initial_option":\{[^}]*\},"value":"correction"/);
});

test('without an event at hand a missing event is meant, and an unknown one is no choice', () => {
  for (const meant of [[], ['gone']]) {
    const text = JSON.stringify(suggestionView(EVENTS, meant, 'C0NEWS').blocks);
    expect(text).not.toContain('In the answer');
  }
  expect(JSON.stringify(suggestionView([], [], 'C0NEWS').blocks)).not.toContain('static_select');
});

const anyEvent = fc.record({
  id: fc.uuid(),
  date: fc.constantFrom('2020-01-08', '2024-01', '198X', '2023-10-07/..'),
  title: anyText,
});

test('whatever the record holds, Slack takes the form', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 1500, size: 'max' }), fc.boolean(), (events, some) => {
      const meant = some ? events.slice(0, 3).map(({ id }) => id) : [];
      const view = suggestionView(events, meant, 'C0NEWS');
      expect(validateView(view, 'modal')).toEqual([]);
      expect(isTooHeavy(view as unknown as Json)).toBe(false);
    }),
    { numRuns: 30 },
  );
});

const anyProposal: fc.Arbitrary<Proposal> = fc.record({
  team: fc.constant('T0NEWSDESK'),
  channel: fc.constant('C0NEWS'),
  user: fc.constantFrom('U0ALICE', '!channel'),
  kind: fc.constantFrom('correction', 'event'),
  event: fc.oneof(fc.constant(null), anyText),
  text: anyText,
  date: fc.oneof(fc.constant(null), anyText),
  sourceUrl: fc.oneof(fc.constant(null), fc.webUrl(), anyText),
  id: fc.uuid(),
  createdAt: fc.constant(new Date('2026-03-14T00:00:00Z')),
  state: fc.constantFrom('open', 'accepted', 'declined'),
  decided: fc.constantFrom(null, { by: 'U0BOB', at: new Date('2026-03-15T00:00:00Z') }),
  posted: fc.constant(null),
});

test('whatever somebody suggests, Slack takes what the editors see, and nobody is called by it', () => {
  const [some] = fc.sample(anyProposal, 1);
  expect(() =>
    validateMessage({ ...proposalMessage({ ...some!, text: '\0'.repeat(3_000) }, undefined) }),
  ).not.toThrow();
  fc.assert(
    fc.property(anyProposal, fc.option(anyText, { nil: undefined }), (proposal, title) => {
      const message = proposalMessage(proposal, title);
      expect(() => validateMessage({ ...message })).not.toThrow();
      expect(message.text.replaceAll(/<@U0(ALICE|BOB)>/g, '')).not.toMatch(/<[!@#]/);
    }),
    { numRuns: 200 },
  );
});
