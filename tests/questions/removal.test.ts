import { describe, expect, test } from 'vitest';
import { desk, record } from '../support/desk.ts';
import { ownCases } from '../support/read-cases.ts';
import { groupByEvents, isAboutOne, measureRemoval, turnedWrongShare, withoutEvents } from '../support/removal.ts';
import { seededRandom } from '../support/seeded-random.ts';

/** Building the record anew takes half a second, so only some groups of questions are tried; bench/removal.ts tries all. */
const GROUPS = 32;

/** In percent: how many questions may be answered by another event once theirs is gone. What was measured; it may only fall. */
const CEILING = 15;

describe('a record without an event', () => {
  test('has neither links to it nor warnings of it', () => {
    const [timeline] = record();
    const gone = '2020-01-08-operation-martyr-soleimani';
    const left = withoutEvents(timeline!, new Set([gone]));
    expect(left.events.length).toBe(timeline!.events.length - 1);
    const linked = left.events.flatMap(({ links = [], linkedFrom, confusedWith = [] }) => [
      ...links.map(({ to }) => to),
      ...linkedFrom.map(({ from }) => from),
      ...confusedWith,
    ]);
    expect(linked).not.toContain(gone);
    expect(timeline!.byId.has(gone)).toBe(true);
  });

  test('seldom answers a question about it with another', { timeout: 120_000 }, () => {
    const random = seededRandom('1');
    const groups = groupByEvents(desk(), ownCases().filter(isAboutOne));
    const some = Array.from({ length: GROUPS }, () => groups.splice(random.below(groups.length), 1)[0]!);
    const results = [...measureRemoval(record()[0]!, some)];
    const told = results
      .filter(({ counts, answered }) => counts && answered)
      .map(({ one, answer }) => `${one.id} without ${one.expect.first?.join(', ')}: ${answer.events[0]?.id ?? 'none'}`);
    expect(turnedWrongShare(results), told.join('\n')).toBeLessThanOrEqual(CEILING);
    expect(results.filter(({ counts }) => counts).length).toBeGreaterThanOrEqual(GROUPS);
  });
});
