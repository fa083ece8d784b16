import { describe, expect, test } from 'vitest';
import { Candidates, FULL, POSSIBLE } from '../../src/answer/candidates.ts';
import type { EventFacts } from '../../src/answer/event-facts.ts';

const facts = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ event: { id } }) as unknown as EventFacts);
const candidates = () =>
  new Candidates({
    facts,
    table: [Float64Array.of(0, 1, 1, 0.5, 0), Float64Array.of(1, 1, 0, 0.5, 0)],
    met: Float64Array.of(1, 3, 2, 2, 0),
    total: 4,
    standing: Uint8Array.of(POSSIBLE, 0, FULL, POSSIBLE, FULL),
  });
const ids = (some: Iterable<{ facts: EventFacts }>) => [...some].map((one) => one.facts.event.id);

describe('the candidates for a description', () => {
  test('are those that meet any of it, best first, of one score in the order of the record', () => {
    expect(ids(candidates())).toEqual(['b', 'c', 'd', 'a']);
    expect(candidates()).toHaveLength(4);
    expect(candidates().at(0)).toMatchObject({ score: 0.75, possible: false, full: false, degrees: [1, 1] });
    expect(candidates().at(1)).toMatchObject({ score: 0.5, possible: true, full: true, degrees: [1, 0] });
    expect(candidates().at(4)).toBeUndefined();
  });

  test('are made once', () => {
    const all = candidates();
    expect(all.at(1)).toBe(all.of(facts[2]!));
    expect(all.find(({ full }) => full)).toBe(all.at(1));
  });

  test('that are possible are told apart, from a score on where one is given', () => {
    expect(ids(candidates().possible)).toEqual(['c', 'd', 'a']);
    expect(ids(candidates().possibleFrom(0.5))).toEqual(['c', 'd']);
    expect(candidates().findPossible()?.facts).toBe(facts[2]);
    expect(candidates().findPossible(({ full }) => !full)?.facts).toBe(facts[3]);
    expect(candidates().findPossible(() => false)).toBeUndefined();
  });

  test('are found by score, by degrees and by event', () => {
    expect(ids(candidates().from(0.5))).toEqual(['b', 'c', 'd']);
    expect(ids(candidates().meeting((degree) => degree(0) > 0 && degree(1) < 1))).toEqual(['c', 'd']);
    expect(ids(candidates().filter((_, rank) => rank > 1))).toEqual(['d', 'a']);
    expect(candidates().of(facts[4]!)).toBeUndefined();
  });
});
