import { expect, test } from 'vitest';
import { PhraseTable, packPhrases } from '../../src/search/phrase-table.ts';

function aTable(entries: [string, string][]): PhraseTable<string> {
  return new PhraseTable(packPhrases(entries.map(([phrase, value]) => [phrase.split(' '), value])));
}

/** The longest phrase at a word of a text; `-` stands for a word that may be skipped. */
function find(table: PhraseTable<string>, text: string, start = 0) {
  const keys = text.split(' ');
  return table.longestAt(start, keys.length, (at) => (keys[at] === '-' ? undefined : keys[at]));
}

test('the longest phrase wins over the shorter that it begins with', () => {
  const table = aTable([
    ['camp', 'a camp'],
    ['camp taji', 'the camp'],
  ]);
  expect(find(table, 'camp taji was hit')).toEqual({ end: 2, values: ['the camp'] });
  expect(find(table, 'camp speicher')).toEqual({ end: 1, values: ['a camp'] });
});

test('a phrase that goes on in vain falls back to what was whole', () => {
  const table = aTable([
    ['green', 'colour'],
    ['green zone of baghdad', 'zone'],
  ]);
  expect(find(table, 'green zone of erbil')).toEqual({ end: 1, values: ['colour'] });
});

test('a phrase is found from any word on, and only whole', () => {
  const table = aTable([['tower 22', 'tower']]);
  expect(find(table, 'at tower 22', 1)).toEqual({ end: 3, values: ['tower'] });
  expect(find(table, 'at tower 22')).toBeUndefined();
  expect(find(table, 'tower 23')).toBeUndefined();
  expect(find(table, 'tower')).toBeUndefined();
});

test('words that may be skipped are skipped inside a phrase and never end it', () => {
  const table = aTable([['ain asad', 'base']]);
  expect(find(table, 'ain - asad')).toEqual({ end: 3, values: ['base'] });
  expect(find(table, 'ain asad -')).toEqual({ end: 2, values: ['base'] });
});

test('a phrase holds all of its values once, in the order they came', () => {
  const table = aTable([
    ['washington', 'city'],
    ['washington', 'government'],
    ['washington', 'city'],
  ]);
  expect(find(table, 'washington')?.values).toEqual(['city', 'government']);
});

test('an empty phrase is never found', () => {
  const table = new PhraseTable(packPhrases([[[], 'nothing']]));
  expect(find(table, 'anything')).toBeUndefined();
  expect(table.words()).toEqual([]);
});

test('a table of single words holds no empty word', () => {
  expect(aTable([['tower', 'tower']]).hasWord('')).toBe(false);
});

test('nothing is found from the end of a text on, nor where every word may be skipped', () => {
  const table = aTable([['tower', 'tower']]);
  expect(find(table, 'tower', 1)).toBeUndefined();
  expect(find(table, '- -')).toBeUndefined();
});

test('it knows every word that stands in a phrase, and no other', () => {
  const table = aTable([['green zone', 'zone']]);
  expect(table.words()).toEqual(['green', 'zone']);
  expect(table.hasWord('green')).toBe(true);
  expect(table.hasWord('zone')).toBe(true);
  expect(table.hasWord('')).toBe(false);
  expect(table.hasWord('blue')).toBe(false);
  expect(table.hasWord('constructor')).toBe(false);
});
