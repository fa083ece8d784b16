import { expect, test } from 'vitest';
import { weightOf } from '../../src/calendar/weight.ts';
import type { Figure, TimelineEvent } from '../../src/record/timeline.ts';
import { ferryTimeline, timelineWith } from '../support/dated-timeline.ts';
import { record } from '../support/desk.ts';

const killed = (value: Figure['value'], more: Partial<Figure> = {}): Figure => ({
  what: 'killed',
  value,
  of: 'passengers',
  saidBy: 'harbour police',
  sources: ['a'],
  ...more,
});
const [model] = ferryTimeline().events;
const [source] = model!.sources;

function weigh(change: Partial<TimelineEvent>): number {
  const timeline = timelineWith([{ figures: [], links: [], linkedFrom: [], sources: [source!], ...change }]);
  return weightOf(timeline.events[0]!, timeline);
}

const BARE = weigh({});

test.each([
  [0, 0],
  [1, 2],
  [2, 4],
  [3, 4],
  [4, 6],
  [7, 6],
  [8, 8],
  [1000, 20],
])('%i killed weigh %i', (value, weight) => {
  expect(weigh({ figures: [killed(value)] }) - BARE).toBe(weight);
});

test('the largest of its tolls counts; of a range the upper end, and words without a number not at all', () => {
  expect(weigh({ figures: [killed(3), killed(8), killed(5)] }) - BARE).toBe(8);
  expect(weigh({ figures: [killed({ from: 3, to: 8 })] }) - BARE).toBe(8);
  expect(weigh({ figures: [killed({ words: 'dozens' })] })).toBe(BARE);
});

test('a toll that never proved true, and people who were not killed, weigh nothing', () => {
  expect(weigh({ figures: [killed(80, { borneOut: false })] })).toBe(BARE);
  expect(weigh({ figures: [killed(80, { what: 'injured' }), killed(80, { what: 'casualties' })] })).toBe(BARE);
});

test('links count from both sides, and sources count', () => {
  const to = { type: 'follows', to: 'other' } as const;
  const from = { type: 'follows', from: 'other' } as const;
  expect(weigh({ links: [to] }) - BARE).toBe(2);
  expect(weigh({ links: [to], linkedFrom: [from, from, from] }) - BARE).toBe(6);
  expect(weigh({ sources: [source!, source!, source!, source!] }) - BARE).toBe(2);
});

test('in the published record a minimum of 5 leaves out the lightest, and one of 10 keeps the weightiest', () => {
  const weights = record().flatMap((timeline) => timeline.events.map((event) => weightOf(event, timeline)));
  const share = (least: number) => weights.filter((weight) => weight >= least).length / weights.length;
  expect(weights.every((weight) => Number.isInteger(weight) && weight > 0)).toBe(true);
  expect(share(5)).toBeGreaterThan(0.6);
  expect(share(5)).toBeLessThan(0.9);
  expect(share(10)).toBeGreaterThan(0.15);
  expect(share(10)).toBeLessThan(0.35);
});
