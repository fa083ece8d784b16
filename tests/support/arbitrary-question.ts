import fc from 'fast-check';
import { LONGEST_QUESTION } from '../../src/dateline.ts';
import { arbitraryDate, arbitraryNumber } from './fuzz/dates.ts';
import { hostilePiece, veryLong } from './fuzz/hostile.ts';
import { drawnOut, filledTemplate, recordWord } from './fuzz/templates.ts';
import { ownCases } from './read-cases.ts';

/** Small words that turn a question about. */
const JOINTS = [
  'when did',
  'who claimed',
  'how many were killed in',
  'how many days between',
  'which came first,',
  'list every attack on',
  'what happened after',
  'not',
  'before',
  'since',
  'the first',
  'last',
  'and',
  'or',
  'of',
  'in',
  'no',
  'than',
  'other than',
  'without',
  '?',
  ',',
  ':',
  '-',
  '.',
  ';',
  '(',
  ')',
  '"',
  "'s",
  '\n',
];

const asked = ownCases().map(({ question }) => question);
const askedWords = [...new Set(asked.flatMap((question) => question.split(/\s+/)))];

/** A run of words from a question that somebody asked. */
const fragment = fc
  .tuple(fc.constantFrom(...asked), fc.nat(12), fc.integer({ min: 1, max: 8 }))
  .map(([question, start, length]) =>
    question
      .split(/\s+/)
      .slice(start, start + length)
      .join(' '),
  );

const joined = (piece: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(piece, { minLength: 1, maxLength }).map((pieces) => pieces.join(' '));

/** Questions as they come: what people ask, cut up and mixed with what they should not ask, or anything at all. */
export const arbitraryQuestion: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: filledTemplate },
  { weight: 3, arbitrary: joined(fragment, 4) },
  {
    weight: 3,
    arbitrary: joined(
      fc.oneof(recordWord, fc.constantFrom(...JOINTS), fc.constantFrom(...askedWords), arbitraryDate, arbitraryNumber),
      12,
    ),
  },
  { weight: 3, arbitrary: joined(fc.oneof(hostilePiece, filledTemplate, fragment, fc.constantFrom(...JOINTS)), 5) },
  { weight: 1, arbitrary: joined(hostilePiece, 10) },
  {
    weight: 1,
    arbitrary: fc.tuple(fragment, veryLong).map(([start, long]) => `${start} ${long}`.slice(0, LONGEST_QUESTION + 5)),
  },
  { weight: 1, arbitrary: drawnOut(12) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: joined(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...JOINTS)), 10) },
);

/** Earlier questions of a thread; mostly there are none. */
export const arbitraryThread: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: fc.array(arbitraryQuestion, { minLength: 1, maxLength: 4 }) },
);
