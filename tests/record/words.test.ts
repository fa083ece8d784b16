import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nameKey, words } from '../../src/record/words.ts';

const folded = (text: string) => words(text).map((word) => word.folded);

test.each([
  ['Erbīl', 'erbil'],
  ["Kata'ib", 'kataib'],
  ['Kata’ib', 'kataib'],
  ['Ḥizbullāh', 'hizbullah'],
  ['ʿAyn', 'ayn'],
  ['İstanbul', 'istanbul'],
  ['Diyarbakır', 'diyarbakir'],
  ['Łódź', 'lodz'],
  ['Tromsø', 'tromso'],
  ['Straße', 'strasse'],
  ['ＵＳＳ', 'uss'],
])('%s folds to %s', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

describe('words are', () => {
  test.each<[string, string, string[]]>([
    ['initials with full stops as one word', 'U.S. and U.S.-led, U.N., G.I.s', ['us', 'and', 'us', 'led', 'un', 'gis']],
    ['initials with one full stop left out as one word', 'U.S strikes', ['us', 'strikes']],
    ['letters and the digits after them as two', 'K-1 K1 Tower22 MQ9', ['k', '1', 'k', '1', 'tower', '22', 'mq', '9']],
    ['a model in the plural without its s', 'B-2s and F-15s', ['b', '2', 'and', 'f', '15']],
    ['a decade with its s', 'the 90s, the 1980s', ['the', '90s', 'the', '1980s']],
    ['a percent sign as its word', 'what % of it, 17%', ['what', 'percent', 'of', 'it', '17', 'percent']],
    ['a grouped number as one', '2,500 of 1,234,567', ['2500', 'of', '1234567']],
    ['numbers with a mere comma between as two', 'Jan 3,2020 or 7,8', ['jan', '3', '2020', 'or', '7', '8']],
    ['a decimal and a dotted date as one', '3.5 on 8.1.2020', ['3.5', 'on', '8.1.2020']],
    ['an ordinal as one', 'the 8th', ['the', '8th']],
    ['a contraction as one', "didn't, didn’t", ['didnt', 'didnt']],
    ['the end of one sentence and the start of another as two', 'hit.The base', ['hit', 'the', 'base']],
    ['cut by control characters', 'Ain\u0000al\u0007Asad\tTaji', ['ain', 'al', 'asad', 'taji']],
    ['cut by invisible marks', 'Taji\u200e \u202bErbil\u202c', ['taji', 'erbil']],
    ['read in a script from right to left', 'ضربت قاعدة عين الأسد', ['ضربت', 'قاعدة', 'عين', 'الاسد']],
    ['none in punctuation and emoji', '… ?! 🚀💥 — *:*', []],
    ['none in nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toEqual(expected);
  });
});

test.each([
  ["Iran's strike", ['iran', 'strike'], [true, false]],
  ['Iran’s strike', ['iran', 'strike'], [true, false]],
  ['the militias’ drones', ['the', 'militias', 'drones'], [false, false, false]],
  ["what's up", ['what', 'up'], [true, false]],
])('%s is read without its possessive ending', (text, expected, possessive) => {
  expect(folded(text)).toEqual(expected);
  expect(words(text).map((word) => word.possessive)).toEqual(possessive);
});

describe('an Arabic article', () => {
  const articles = (text: string) => words(text).flatMap((word) => (word.article ? [word.folded] : []));

  test.each([
    ['Ain al-Asad', ['al']],
    ['Ain al Asad', ['al']],
    ['El Asad', ['el']],
    ['Deir ez-Zor', ['ez']],
    ['Jurf as-Sakhar', ['as']],
    ['Sayyida Zaynab', []],
    ['as of an attack at dawn', []],
  ])('in %s is %j', (text, expected) => {
    expect(articles(text)).toEqual(expected);
  });

  test('makes no difference between names', () => {
    for (const name of ['Ain al-Asad', 'Ain Al Asad', 'ain asad', 'AIN EL-ASAD'])
      expect(nameKey(name)).toBe('ain asad');
    expect(nameKey('Deir ez-Zor')).toBe(nameKey('Deir Zor'));
  });

  test('is the name where there is nothing else', () => {
    expect(nameKey('Al')).toBe('al');
  });
});

test('a word knows where it stands and whether it was written with a capital', () => {
  expect(words('did U.S. jets?')).toMatchObject([
    { raw: 'did', start: 0, end: 3, capital: false },
    { raw: 'U.S', start: 4, end: 7, capital: true },
    { raw: 'jets', start: 9, end: 13, capital: false },
  ]);
});

describe('properties', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[a-zA-Z0-9 .,'’-]*$/),
  );

  test('words stand in order, apart, where they say, and are never empty', () => {
    fc.assert(
      fc.property(text, (value) => {
        let end = 0;
        for (const word of words(value)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(value.slice(word.start, word.end)).toBe(word.raw);
          expect(word.folded).not.toBe('');
          end = word.end;
        }
      }),
    );
  });

  test('folding twice is folding once', () => {
    fc.assert(fc.property(text, (value) => void expect(fold(fold(value))).toBe(fold(value))));
  });

  test('capitals and accents make no difference to a name', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,2}$/);
    fc.assert(
      fc.property(name, (value) => {
        expect(nameKey(value.toUpperCase())).toBe(nameKey(value));
        expect(nameKey(value.replace(/[aeiou]/g, (vowel) => `${vowel}\u0301`))).toBe(nameKey(value));
      }),
    );
  });
});
