import { expect, test } from 'vitest';
import { changeInWords, remarksOf } from '../../src/answer/remarks.ts';
import { correctionsOf } from '../../src/record/correction-log.ts';
import type { Correction } from '../../src/record/event-schema.ts';
import { timelineWith } from '../support/dated-timeline.ts';

const eventWith = (change: Parameters<typeof timelineWith>[0][number]) => timelineWith([change]).events[0]!;
const correction = (field: Correction['field'], on: string): Correction => ({
  on,
  field,
  was: 'one',
  now: 'two',
  sources: ['a'],
});

test('nothing is remarked of an event of which nothing need be known', () => {
  const { caveat: _caveat, ...plain } = eventWith({});
  expect(remarksOf(plain)).toEqual([]);
});

test('a dispute comes before the caveat, and that it was corrected comes last', () => {
  expect(
    remarksOf(
      eventWith({
        status: { is: 'disputed', on: '2026-11-22', note: 'The line denies that it happened' },
        caveat: 'One page tells of it.',
        corrections: [correction('figures', '2026-11-22')],
      }),
    ),
  ).toEqual([
    'Disputed, as noted on 22 November 2026: The line denies that it happened.',
    'One page tells of it.',
    'Corrected on 22 November 2026 (figures): ask “what was corrected?”',
  ]);
});

test('the last day of corrections is told, with what was corrected then', () => {
  const corrections = [
    correction('date', '2026-01-01'),
    correction('links', '2026-11-22'),
    correction('figures', '2026-11-22'),
    correction('figures', '2026-11-22'),
  ];
  expect(remarksOf(eventWith({ corrections })).at(-1)).toBe(
    'Corrected on 22 November 2026 (figures, links to other events): ask “what was corrected?”',
  );
});

test.each([
  ['two bargemen', 'Corrected on 22 November 2026: it said “one bargeman”, and says “two bargemen” now.'],
  ['nothing', 'Corrected on 22 November 2026: it said “one bargeman”, which was taken out.'],
])('a correction is told with what it says now: %s', (now, words) => {
  const [entry] = correctionsOf(
    eventWith({ corrections: [{ ...correction('figures', '2026-11-22'), was: 'one bargeman', now }] }),
  );
  expect(changeInWords(entry!)).toBe(words);
});
