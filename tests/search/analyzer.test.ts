import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { words } from '../../src/record/words.ts';
import { Analyzer, type EnglishForms, groupSynonyms } from '../../src/search/analyzer.ts';

const english: EnglishForms = {
  irregular: new Map([
    ['struck', 'strike'],
    ['men', 'man'],
  ]),
  numbers: new Map([['three', 3]]),
  ordinals: new Map([
    ['second', 2],
    ['2nd', 2],
  ]),
  misspellings: new Map([['atack', 'attack']]),
};
const synonyms = [
  ['soldier', 'troops', 'service member'],
  ['ferry', 'boat'],
];
const analyzer = new Analyzer(groupSynonyms(synonyms, english), english);

test.each([
  ['a plural and its singular', 'attacks', 'attack'],
  ['a past and its present', 'struck', 'strikes'],
  ['a slip and the word that was meant', 'atack', 'attack'],
  ['a number in words and in digits', 'three', '3'],
  ['two ways to write a rank', 'second', '2nd'],
  ['a name with accents and without', 'Erbīl', 'Erbil'],
  ['a name with its article and without', 'ain al-Asad', 'ain Asad'],
  ['an abbreviation with points and without', 'U.S.', 'US'],
])('%s have the same keys', (_, a, b) => {
  expect(analyzer.keys(a)).toEqual(analyzer.keys(b));
});

test.each([
  ['a rank and a number', 'second', '2'],
  ['two years', '2020', '2021'],
  ['two countries', 'Iran', 'Iraq'],
  ['what troops do and a month', 'marching', 'March'],
  ['a past of it and the month', 'marched', 'March'],
])('%s have different keys', (_, a, b) => {
  expect(analyzer.keys(a)).not.toEqual(analyzer.keys(b));
});

describe('terms', () => {
  const terms = (text: string) => analyzer.terms(words(text));

  test('words that mean the same carry the token of their group', () => {
    const [soldier] = terms('soldiers');
    const [troops] = terms('troops');
    const [boat] = terms('boat');
    expect(soldier?.group).toBeDefined();
    expect(troops?.group).toBe(soldier?.group);
    expect(boat?.group).not.toBe(soldier?.group);
    expect(terms('general')[0]).not.toHaveProperty('group');
  });

  test('a phrase of a group is one term, and its words stay terms of their own', () => {
    expect(terms('three service members hurt')).toEqual([
      { start: 0, end: 1, own: '3' },
      { start: 1, end: 3, group: terms('troops')[0]?.group },
      { start: 1, end: 2, own: analyzer.key('service') },
      { start: 2, end: 3, own: analyzer.key('members') },
      { start: 3, end: 4, own: 'hurt' },
    ]);
  });

  test('an article is no term', () => {
    expect(terms('al-Asad').map(({ own }) => own)).toEqual(['asad']);
  });
});

test('the tokens of a text are its keys and its groups', () => {
  const group = analyzer.terms(words('ferry'))[0]!.group!;
  expect(analyzer.tokens('The boats struck')).toEqual(['the', 'boat', group, 'strike']);
  expect(analyzer.tokens('… 🚀')).toEqual([]);
});

test('a word gives the same key in capitals, and no text makes it fail', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}$/), fc.string({ unit: 'binary' }), (word, text) => {
      expect(analyzer.keys(word.toUpperCase())).toEqual(analyzer.keys(word));
      expect(analyzer.tokens(text).every((token) => token.length > 0)).toBe(true);
    }),
  );
});
