import { describe, expect, test } from 'vitest';
import { findDates, wordsOfDates } from '../../src/question/dates/find-dates.ts';
import type { Meaning } from '../../src/question/lexicon.ts';
import { matchPhrasing, type PhrasingInput } from '../../src/question/match-phrasing.ts';
import type { Mention } from '../../src/question/mention.ts';
import { compilePhrasing, PhrasingError, SLOTS } from '../../src/question/phrasing.ts';
import { clauseEnds, clauseStarts, courtesyTail, sentenceNumbers } from '../../src/question/sentences.ts';
import { words } from '../../src/record/words.ts';

/** A question whose names are given by the words they stand on. */
function aQuestion(
  text: string,
  names: Record<string, Meaning> = {},
  measures: Record<string, string> = {},
): PhrasingInput {
  const typed = words(text);
  const mentionOf = (phrase: string, meaning: Meaning): Mention => {
    const start = typed.findIndex((word) => word.start === text.indexOf(phrase));
    return { start, end: start + words(phrase).length, text: phrase, meanings: [meaning] };
  };
  const dates = findDates(text, typed, Temporal.PlainDate.from('2026-11-22'));
  return {
    words: typed,
    starts: clauseStarts(text, typed),
    ends: clauseEnds(text, typed),
    tail: courtesyTail(typed, new Set(['please'])),
    sentences: sentenceNumbers(text, typed),
    dates,
    dated: wordsOfDates(typed, dates),
    mentions: Object.entries(names).map(([phrase, meaning]) => mentionOf(phrase, meaning)),
    measures: Object.entries(measures).map(([phrase, id]) => mentionOf(phrase, { type: 'measure', id })),
  };
}

const fits = (phrasing: string, input: PhrasingInput) => matchPhrasing(compilePhrasing(phrasing), input);

describe('a phrasing', () => {
  test.each([
    ['of plain words fits them in a row', 'who claimed', 'so who claimed it', true],
    ['of plain words fits them in no other order', 'who claimed', 'claimed by who', false],
    ['of plain words leaves no gap by itself', 'who claimed', 'who then claimed it', false],
    ['with a choice fits either', 'who claimed|denied', 'who denied it', true],
    ['with a choice fits nothing else', 'who claimed|denied', 'who blamed them', false],
    ['with an optional word fits with it', 'how many (people) died', 'how many people died', true],
    ['with an optional word fits without it', 'how many (people) died', 'how many died', true],
    ['with a gap fits across none', 'who … claim', 'who claim it', true],
    ['with a gap fits across four words', 'who … claim', 'who of them all did claim it', true],
    ['with a gap fits across no more', 'who … claim', 'who of them all at last claim it', false],
    ['tied to the beginning fits there', '^ when', 'when was it', true],
    [
      'tied to the beginning fits at the beginning of a sentence or clause',
      '^ when',
      'the Taji rockets: when was that',
      true,
    ],
    ['tied to the beginning fits nowhere else', '^ when', 'since when', false],
    ['tied to the end fits there', 'when $', 'since when?', true],
    ['tied to the end fits nowhere else', 'when $', 'when was it', false],
    ['is read without regard to capitals', 'Who CLAIMED', 'WHO claimed it', true],
    ['never fits a word of a date', 'what … first', 'what happened in the first week of May 2020', false],
    ['fits the word that bounds a date', 'how long since', 'how long since 3 January 2020', true],
    ['never fits an empty question', 'who', '', false],
    ['never fits half a word', 'who', 'whole', false],
  ])('%s', (_, phrasing, text, expected) => {
    expect(fits(phrasing, aQuestion(text)) !== undefined).toBe(expected);
  });
});

describe('a slot', () => {
  const base: Meaning = { type: 'place', id: 'taji' };

  test('is filled by what the question names, over all of its words', () => {
    const question = aQuestion('who hit Camp Taji then', { 'Camp Taji': base });
    expect(fits('hit {place} then', question)).toEqual({
      start: 1,
      end: 5,
      literals: [1, 4],
      slots: [{ slot: 'place', start: 2, end: 4 }],
    });
  });

  test.each<[string, Meaning, string[]]>([
    ['a place', base, ['place', 'name']],
    ['an actor', { type: 'actor', id: 'line', adjective: false }, ['actor', 'name']],
    ['a person', { type: 'person', id: 'tolvik' }, ['person', 'name']],
    ['the name of an event', { type: 'event-name', id: 'e' }, ['event', 'name']],
    ['a kind', { type: 'kind', id: 'sinking', form: 'noun' }, ['kind']],
    ['a word for several kinds', { type: 'generic-kind', ids: ['sinking'] }, ['kind']],
    ['a weapon', { type: 'weapon', id: 'rocket', platform: false }, ['weapon']],
    ['a kind of place', { type: 'place-kind', kind: 'harbour' }, ['place-kind']],
  ])('for %s takes nothing else', (_, meaning, slots) => {
    const question = aQuestion('about X', { X: meaning });
    expect(SLOTS.filter((slot) => slot !== 'description' && fits(`about {${slot}}`, question))).toEqual(
      slots.toSorted((a, b) => SLOTS.indexOf(a as never) - SLOTS.indexOf(b as never)),
    );
  });

  test('for a date takes a date, for a number a number, for a measure a measure', () => {
    expect(fits('hit {date}', aQuestion('hit 8 January 2020'))?.end).toBe(4);
    expect(fits('hit {date}', aQuestion('hit Camp Taji'))).toBeUndefined();
    expect(fits('all {number}', aQuestion('all 22'))?.end).toBe(2);
    expect(fits('all {number}', aQuestion('all two'))).toBeUndefined();
    expect(fits('how many {measure}', aQuestion('how many died', {}, { died: 'killed' }))?.end).toBe(3);
    expect(fits('how many {measure}', aQuestion('how many died'))).toBeUndefined();
  });

  test('may be optional', () => {
    expect(fits('hit ({place}) when', aQuestion('hit when'))).toBeDefined();
    expect(fits('hit ({place}) when', aQuestion('hit Taji when', { Taji: base }))).toBeDefined();
  });
});

test('the first place where a phrasing fits is taken', () => {
  expect(fits('when', aQuestion('say when and when'))).toMatchObject({ start: 1, end: 2, literals: [1] });
});

test('words in a gap are not used up', () => {
  expect(fits('who … claimed', aQuestion('who has since claimed it'))?.literals).toEqual([0, 3]);
});

test('a phrasing with an unknown slot is refused, with the slots there are', () => {
  const make = () => compilePhrasing('hit {plaec}');
  expect(make).toThrow(PhrasingError);
  expect(make).toThrow(`"hit {plaec}" is no phrasing: there is no slot {plaec}; use one of ${SLOTS.join(', ')}.`);
});

test.each(['{place}', '… {date}', '^ $', '', '(any) (word)'])('%j holds no word and is refused', (source) => {
  expect(() => compilePhrasing(source)).toThrow('it holds no word that must be there');
});

describe('a class', () => {
  const classes = new Map([['attack', ['attack', 'strike', 'raid']]]);
  const first = compilePhrasing('first @attack|blow', classes);

  test.each(['the first strike', 'first raid of all', 'the first blow'])('fits any of its words: %s', (text) => {
    expect(matchPhrasing(first, aQuestion(text))).toBeDefined();
  });

  test('fits no other word', () => {
    expect(matchPhrasing(first, aQuestion('first vote'))).toBeUndefined();
  });

  test('that is not listed is refused', () => {
    expect(() => compilePhrasing('first @atack', classes)).toThrow('there is no class @atack');
  });

  test('a slot cannot be one of several words', () => {
    expect(() => compilePhrasing('first attack|{date}')).toThrow('write two phrasings');
  });
});

describe('a description', () => {
  const taji: Record<string, Meaning> = { 'Camp Taji': { type: 'place', id: 'taji' } };
  const phrasing = 'what did {description} lead to';

  test('takes in as many words as it needs, with a name or a date among them', () => {
    const question = aQuestion('what did the rocket attack late that evening on Camp Taji lead to', taji);
    expect(fits(phrasing, question)?.slots).toEqual([{ slot: 'description', start: 2, end: 11 }]);
  });

  test('that names and dates nothing is none', () => {
    expect(fits(phrasing, aQuestion('what did all of it lead to'))).toBeUndefined();
  });

  test('ends with its sentence', () => {
    expect(fits(phrasing, aQuestion('what did you hear of Camp Taji. Leads lead to', taji))).toBeUndefined();
  });
});

test.each([
  ['date .', 'Date! The Taji attack!', true],
  ['date .', 'the Taji attack (date?)', true],
  ['date .', 'the date of it', false],
  ['date $', 'the date please', true],
  ['date $', 'the date, then the place', false],
])('%s at the end of a clause or of the question: %s', (phrasing, text, expected) => {
  expect(fits(phrasing, aQuestion(text)) !== undefined).toBe(expected);
});

test('the point of an abbreviation ends no clause', () => {
  expect(fits('^ troops', aQuestion('were U.S. troops hit'))).toBeUndefined();
});
