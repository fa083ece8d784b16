import { describe, expect, test } from 'vitest';
import type { EventIndex } from '../../src/search/event-index.ts';

/** What an index is filled with: the tokens of each event's text by its id. */
export type Documents = Record<string, { title?: string[]; summary?: string[]; sources?: string[] }>;

/** Tokens that would be syntax in some engine's query language. */
const SYNTAX = [
  'mari*',
  '*',
  '*:*',
  'marigol~1',
  'marigold~2',
  'title:marigold',
  '+marigold',
  '-gale',
  '2012^9',
  '"gale"',
];
/** Tokens that would be found by a careless look-up, or that a query language would read otherwise. */
const ODD = ['a:b', '+c', '-d', 'e~1', '=4', '#2', 'constructor', '__proto__'];

/** What every EventIndex must do, whatever engine stands behind it. */
export function describeEventIndex(name: string, build: (documents: Documents) => EventIndex): void {
  const documents: Documents = {
    a: { title: ['marigold', 'sink'], summary: ['gale', 'gale', 'marigold'] },
    b: { title: ['collis'], summary: ['osprey', 'gale', '2012'] },
    c: { title: ['strike'], sources: ['marigold', 'osprey'] },
  };

  describe(`${name} as an event index`, () => {
    const index = build(documents);
    const held = (token: string, at = index) => Object.fromEntries([...at.holding(token)].sort());

    test('tells which events hold a token, each with the most telling field', () => {
      expect(held('marigold')).toEqual({ a: 'title', c: 'sources' });
      expect(held('gale')).toEqual({ a: 'summary', b: 'summary' });
      expect(held('osprey')).toEqual({ b: 'summary', c: 'sources' });
      expect(held('2012')).toEqual({ b: 'summary' });
    });

    test('finds nothing for tokens that no event holds', () => {
      for (const token of ['nowhere', '', 'mari', '2021']) expect(held(token)).toEqual({});
    });

    test.each(SYNTAX)('takes %s as it stands: no wildcard, no edits, no fields, no signs', (token) => {
      expect(held(token)).toEqual({});
      expect(index.frequency(token)).toBe(0);
    });

    test.each(ODD)('holds %s as any other token, and only where it was put', (token) => {
      const odd = build({ x: { title: [token] }, y: { title: ['sink'] } });
      expect(held(token, odd)).toEqual({ x: 'title' });
      expect(odd.frequency(token)).toBe(1);
      expect(held(token)).toEqual({});
    });

    test('holds tokens as they stand: none is stemmed, cut or left out as too common', () => {
      const common = build({ x: { title: ['the', 'attacks', "o'neill", 'f-16'] } });
      for (const token of ['the', 'attacks', "o'neill", 'f-16']) expect(held(token, common)).toEqual({ x: 'title' });
      for (const token of ['attack', 'neill', 'f']) expect(held(token, common)).toEqual({});
    });

    test('tells more events apart than any digit does', () => {
      const many = Array.from({ length: 80 }, (_, index) => `event-${index}`);
      const index = build(Object.fromEntries(many.map((id) => [id, { title: ['gale', id] }])));
      expect([...index.holding('gale').keys()].sort()).toEqual([...many].sort());
      for (const id of many) expect(held(id, index)).toEqual({ [id]: 'title' });
    });

    test('counts the events that hold a token, not its occurrences', () => {
      expect(index.frequency('gale')).toBe(2);
      expect(index.frequency('marigold')).toBe(2);
      expect(index.frequency('sink')).toBe(1);
      expect(index.frequency('nowhere')).toBe(0);
    });

    test('gives the same for the same tokens every time, and for another index of the same events', () => {
      expect(held('gale')).toEqual(held('gale'));
      expect(held('gale')).toEqual(held('gale', build(documents)));
    });

    test('knows how many events it holds, none among them', () => {
      expect(index.size).toBe(3);
      const empty = build({});
      expect(empty.size).toBe(0);
      expect(held('gale', empty)).toEqual({});
    });
  });
}
