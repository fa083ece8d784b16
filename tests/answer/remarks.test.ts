import { expect, test } from 'vitest';
import { remarksOf } from '../../src/answer/remarks.ts';
import { timelineWith } from '../support/dated-timeline.ts';

const eventWith = (change: Parameters<typeof timelineWith>[0][number]) => timelineWith([change]).events[0]!;
const correction = (was: string, now = 'two') => ({
  on: '2026-11-22',
  field: 'figures' as const,
  was,
  now,
  sources: ['a'],
});

test('nothing is remarked of an event of which nothing need be known', () => {
  const { caveat: _caveat, ...plain } = eventWith({});
  expect(remarksOf(plain)).toEqual([]);
});

test('a dispute comes before the caveat, and corrections come last', () => {
  expect(
    remarksOf(
      eventWith({
        status: { is: 'disputed', on: '2026-11-22', note: 'The line denies that it happened' },
        caveat: 'One page tells of it.',
        corrections: [correction('one'), correction('one rescued', 'nothing')],
      }),
    ),
  ).toEqual([
    'Disputed, as noted on 22 November 2026: The line denies that it happened.',
    'One page tells of it.',
    'Corrected on 22 November 2026: it said “one”, and says “two” now.',
    'Corrected on 22 November 2026: it said “one rescued”, which was taken out.',
  ]);
});

test('of many corrections the last two are told, and how to see the others', () => {
  const remarks = remarksOf(eventWith({ corrections: ['one', 'three', 'four', 'five'].map((was) => correction(was)) }));
  expect(remarks.slice(-3)).toEqual([
    'Corrected on 22 November 2026: it said “four”, and says “two” now.',
    'Corrected on 22 November 2026: it said “five”, and says “two” now.',
    '2 more corrections of this event: ask “what was corrected?”',
  ]);
});
