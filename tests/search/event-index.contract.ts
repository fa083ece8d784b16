import { describe, expect, test } from 'vitest';
import type { EventIndex } from '../../src/search/event-index.ts';

/** What an index is filled with: the text of each event by its id, already tokens. */
export type Documents = Record<string, { title?: string[]; summary?: string[]; sources?: string[] }>;

/** What every EventIndex must do, whatever engine stands behind it. */
export function describeEventIndex(name: string, build: (documents: Documents) => EventIndex): void {
  const documents: Documents = {
    a: { title: ['marigold', 'sink'], summary: ['gale', 'gale'] },
    b: { title: ['collis'], summary: ['osprey', 'gale', '2012'] },
    c: { title: ['strike'], sources: ['marigold', 'osprey'] },
  };
  const ids = (index: EventIndex, ...tokens: string[]) =>
    index
      .search(tokens)
      .map((hit) => hit.id)
      .sort();

  describe(`${name} as an event index`, () => {
    const index = build(documents);

    test('finds every event that holds at least one of the tokens, each once', () => {
      expect(ids(index, 'gale')).toEqual(['a', 'b']);
      expect(ids(index, 'sink', 'osprey')).toEqual(['a', 'b', 'c']);
      expect(ids(index, 'gale', 'gale')).toEqual(['a', 'b']);
    });

    test('finds nothing for tokens that no event holds, and none for no tokens', () => {
      expect(index.search(['nowhere'])).toEqual([]);
      expect(index.search([''])).toEqual([]);
      expect(index.search([])).toEqual([]);
    });

    test('tells which tokens an event holds, each with the most telling field', () => {
      const hits = new Map(index.search(['marigold', 'osprey', 'nowhere']).map((hit) => [hit.id, hit.matched]));
      expect([...hits.get('a')!]).toEqual([['marigold', 'title']]);
      expect([...hits.get('b')!]).toEqual([['osprey', 'summary']]);
      expect(Object.fromEntries(hits.get('c')!)).toEqual({ marigold: 'sources', osprey: 'sources' });
    });

    test('ranks an event with a token in its title above one with it in its sources', () => {
      const scores = new Map(index.search(['marigold']).map((hit) => [hit.id, hit.score]));
      expect(scores.get('a')).toBeGreaterThan(scores.get('c')!);
    });

    test('takes a token as it stands: no wildcard, no edits, no fields, no signs', () => {
      const typed = ['mari*', '*', '*:*', 'marigol~1', 'marigold~2', 'title:marigold', '+marigold', '-gale', '2012^9'];
      for (const token of typed) expect(index.search([token])).toEqual([]);
      expect(ids(index, '-gale', 'sink')).toEqual(['a']);
      expect(ids(index, '2021')).toEqual([]);
    });

    test('holds tokens that look like search syntax as any other', () => {
      const odd = build({ x: { title: ['*', 'a:b', '+c', '=4', '#2', 'constructor', '__proto__'] } });
      for (const token of ['*', 'a:b', '+c', '=4', '#2', 'constructor', '__proto__']) {
        expect(ids(odd, token)).toEqual(['x']);
        expect(odd.frequency(token)).toBe(1);
      }
      expect(ids(odd, 'toString')).toEqual([]);
    });

    test('counts the events that hold a token, not its occurrences', () => {
      expect(index.frequency('gale')).toBe(2);
      expect(index.frequency('sink')).toBe(1);
      expect(index.frequency('nowhere')).toBe(0);
      expect(index.frequency('constructor')).toBe(0);
    });

    test('lists every token once, and how many events it holds', () => {
      const tokens = ['2012', 'collis', 'gale', 'marigold', 'osprey', 'sink', 'strike'];
      expect([...index.tokens()].sort()).toEqual(tokens);
      expect(index.size).toBe(3);
    });

    test('gives the same hits for the same tokens every time', () => {
      expect(index.search(['gale', 'osprey'])).toEqual(build(documents).search(['gale', 'osprey']));
    });

    test('may hold no event at all', () => {
      const empty = build({});
      expect(empty.search(['gale'])).toEqual([]);
      expect(empty.size).toBe(0);
    });
  });
}
