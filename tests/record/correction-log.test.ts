import { expect, test } from 'vitest';
import { correctionLog, correctionsOf } from '../../src/record/correction-log.ts';
import { ferryTimeline } from '../support/dated-timeline.ts';

const [first, second, third] = ferryTimeline().events;
const [source] = first!.sources;
const correction = (on: string, was: string) => ({
  on,
  field: 'figures' as const,
  was,
  now: 'more',
  sources: [source!.key],
});

test('each correction of an event is told with its sources', () => {
  const [entry] = correctionsOf({ ...first!, corrections: [correction('2026-11-22', 'one')] });
  expect(entry).toMatchObject({ event: { id: first!.id }, on: '2026-11-22', correction: { was: 'one' } });
  expect(entry!.sources).toEqual([source]);
});

test('the newest comes first, of whichever event, and what was withdrawn is told of', () => {
  const log = correctionLog({
    events: [
      { ...first!, corrections: [correction('2025-01-01', 'one'), correction('2026-02-01', 'two')] },
      { ...second!, corrections: [correction('2025-06-01', 'three')] },
    ],
    withdrawn: [{ ...third!, status: { is: 'withdrawn', on: '2026-01-01', note: 'It did not happen.' } }],
  });
  expect(log.map(({ correction, status }) => correction?.was ?? status?.is)).toEqual([
    'two',
    'withdrawn',
    'three',
    'one',
  ]);
});
