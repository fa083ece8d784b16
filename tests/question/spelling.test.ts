import { describe, expect, test } from 'vitest';
import { Spelling, undoSlips, type WordRank } from '../../src/question/spelling.ts';
import { words } from '../../src/record/words.ts';

function aSpelling(known: Partial<Record<WordRank, string>>): Spelling {
  const lines = (rank: WordRank) => known[rank]?.replaceAll(' ', '\n') ?? '';
  return new Spelling({ name: lines('name'), record: lines('record'), english: lines('english') });
}

/** A text as it is read, in folded words. */
function correct(spelling: Spelling, text: string, isKnown: (word: string) => boolean = () => false): string {
  return spelling
    .correct(words(text), isKnown)
    .words.map((word) => word.folded)
    .join(' ');
}

const spelling = aSpelling({
  name: 'erbil soleimani baghdad iran iraq kataib hezbollah asad nasiriyah',
  record: 'attack missile wounded',
  english: 'which please before',
});

test.each([
  ['a swap of neighbours', 'erbli', 'erbil'],
  ['a letter too many', 'baghdadd', 'baghdad'],
  ['a letter left out', 'bagdad', 'baghdad'],
  ['two slips in a long word', 'solemaini', 'soleimani'],
  ['another transliteration with the same consonants', 'hizballah', 'hezbollah'],
  ['another transliteration that edits do not reach', 'suleymany', 'soleimani'],
  ['a common word', 'misile', 'missile'],
])('%s is corrected', (_, typed, expected) => {
  expect(correct(spelling, typed)).toBe(expected);
});

test.each([
  ['a word that is spelled right', 'iran'],
  ['a short word', 'asd'],
  ['a word of four letters', 'irak'],
  ['a number', '20202'],
  ['a word with digits', 'erbil1'],
  ['a word too far from all others', 'pemberley'],
])('%s is left as it is', (_, typed) => {
  const { corrections } = spelling.correct(words(typed), () => false);
  expect(corrections).toEqual([]);
});

test('a word that the caller knows is left as it is', () => {
  expect(correct(spelling, 'erbli', (word) => word === 'erbli')).toBe('erbli');
});

test('a correction tells which word was read as which, and leaves the rest of it', () => {
  const typed = words('who hit Erbli?');
  const { words: read, corrections } = spelling.correct(typed, () => false);
  expect(corrections).toEqual([{ index: 2, from: 'erbli', to: 'erbil' }]);
  expect(read[2]).toEqual({ ...typed[2], folded: 'erbil' });
  expect(read.slice(0, 2)).toEqual(typed.slice(0, 2));
});

describe('between two words as near', () => {
  test('a name goes before a common word', () => {
    expect(correct(aSpelling({ name: 'balad', english: 'salad' }), 'falad')).toBe('balad');
  });

  test('two names are a tie, and nothing is corrected', () => {
    expect(correct(aSpelling({ name: 'barzan barzam' }), 'barzak')).toBe('barzak');
  });

  test('two spellings of one name are no tie', () => {
    expect(['husayn', 'husain']).toContain(correct(aSpelling({ name: 'husayn husain' }), 'husaan'));
  });

  test.each(['karbat karbaz karbad', 'karbaz karbad karbat', 'karbaz karbat karbad'])(
    'a third that spells one of two tied names does not break the tie: %s',
    (names) => {
      expect(correct(aSpelling({ name: names }), 'karbas')).toBe('karbas');
    },
  );
});

test('the nearer word goes before the name', () => {
  expect(correct(aSpelling({ name: 'marinade', english: 'marigold' }), 'marigole')).toBe('marigold');
});

test('it knows its words and no others', () => {
  expect(spelling.knows('erbil')).toBe(true);
  expect(spelling.knows('constructor')).toBe(false);
});

test('a common slip is undone, but not in a name', () => {
  const slips = new Map([
    ['apirl', 'april'],
    ['center', 'centre'],
  ]);
  const read = undoSlips(words('the Center in apirl'), slips, (folded) => folded === 'center');
  expect(read.map((word) => word.folded)).toEqual(['the', 'center', 'in', 'april']);
});
