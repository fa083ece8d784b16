import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooHeavy, validateView } from '../../../src/local-slack/blocks/validate-view.ts';
import type { Json } from '../../../src/local-slack/json.ts';
import { type HomeData, homeView } from '../../../src/slack/home/home-view.ts';
import { anyText } from '../../support/arbitrary-answer.ts';

const TODAY = Temporal.PlainDate.from('2026-01-08');

function data(overrides: Partial<HomeData> = {}): HomeData {
  return {
    today: TODAY,
    coverage: [
      {
        timeline: 'example',
        title: 'Strikes on bases',
        subject: 'strikes',
        from: '2003-03-20',
        to: '2026-03-01',
        events: 12,
      },
    ],
    anniversaries: [[{ text: '6 years since', strong: true }, { text: ': Iran strikes Ain al-Asad (8 January 2020)' }]],
    accepted: [],
    examples: ['When did Iran strike Ain al-Asad?'],
    timeline: null,
    digests: [],
    ...overrides,
  };
}

const textOf = (overrides: Partial<HomeData> = {}) => JSON.stringify(homeView(data(overrides)).blocks);

test('it tells what is covered and until when, and how much was checked', () => {
  const [card] = data().coverage;
  expect(textOf()).toContain('*Strikes on bases*\\n20 March 2003 to 1 March 2026 · 12 events');
  expect(textOf()).not.toContain('second reader');
  expect(
    textOf({ coverage: [{ ...card!, note: 'Thin on 2026.', checked: { events: 9, last: '2026-02-01' } }] }),
  ).toContain('Thin on 2026.\\nA second reader checked 9 of them, the last on 1 February 2026.');
});

test('it tells what happened on this day, and offers to tell more', () => {
  expect(textOf()).toContain('• *6 years since*: Iran strikes Ain al-Asad (8 January 2020)');
  expect(textOf()).toContain('"value":"What happened on 8 January?"');
  expect(textOf({ anniversaries: [] })).toContain('The record holds nothing of this day in earlier years.');
  expect(textOf({ anniversaries: [] })).not.toContain('What happened on 8 January?');
});

test('it counts what it does not show', () => {
  const anniversaries = Array.from({ length: 14 }, (_, index) => [{ text: `No. ${index}` }]);
  expect(textOf({ anniversaries })).toContain('… and 4 more');
});

test('it offers a choice of timelines only where there is one', () => {
  expect(textOf()).toContain('Your questions are put to the one timeline there is: Strikes on bases.');
  expect(textOf()).not.toContain('static_select');
  const [card] = data().coverage;
  const coverage = [card!, { ...card!, timeline: 'other', title: 'Ferries' }];
  const view = homeView(data({ coverage, timeline: 'other' }));
  expect(view.blocks).toContainEqual(
    expect.objectContaining({
      accessory: expect.objectContaining({ initial_option: expect.objectContaining({ value: 'other' }) }),
    }),
  );
  expect(textOf({ coverage, timeline: 'gone' })).toContain('is not loaded any more: all are asked');
});

test('it tells what the editors accepted', () => {
  expect(textOf()).not.toContain('Accepted by the editors');
  expect(textOf({ accepted: [{ about: 'a correction of “X”', on: TODAY }] })).toContain(
    '• 8 January 2026: a correction of “X”',
  );
});

const anyCoverage = fc.record({
  timeline: fc.stringMatching(/^[a-z0-9]{1,200}$/),
  title: anyText,
  subject: anyText,
  latest: fc.record({ id: anyText, date: anyText, title: anyText }),
  from: fc.constant('1979-11-04'),
  to: fc.constant('2026-04-30'),
  note: anyText,
  events: fc.nat(),
  checked: fc.record({ events: fc.nat(), last: fc.constantFrom('2026-02-01', 'soon') }),
});
const anyHome: fc.Arbitrary<HomeData> = fc.record({
  today: fc.constant(TODAY),
  coverage: fc.array(anyCoverage, { maxLength: 150 }),
  anniversaries: fc.array(fc.array(fc.record({ text: anyText, strong: fc.boolean() }), { maxLength: 3 }), {
    maxLength: 300,
  }),
  accepted: fc.array(fc.record({ about: anyText, on: fc.constant(TODAY) }), { maxLength: 20 }),
  examples: fc.array(anyText, { maxLength: 40 }),
  timeline: fc.oneof(fc.constant(null), anyText),
  digests: fc.constant([]),
  notice: anyText,
});

test('whatever the record holds, Slack takes the Home tab', () => {
  fc.assert(
    fc.property(anyHome, (home) => {
      const view = homeView(home);
      expect(validateView(view, 'home')).toEqual([]);
      expect(isTooHeavy(view as unknown as Json)).toBe(false);
    }),
    { numRuns: 150 },
  );
});
