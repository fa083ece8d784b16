import fc from 'fast-check';

/** Pieces of which people make questions, with what breaks readers that are careless: query syntax, mentions, control characters. */
const PIECES = [
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
  'last year',
  'Iran',
  'the US',
  'Kataib Hezbollah',
  'Ain al-Asad',
  'Camp Taji',
  'Tower 22',
  'Soleimani',
  'rockets',
  'drone attack',
  '8 January 2020',
  'in March 2020',
  '31 February 2021',
  '08/01/20',
  '110',
  'and',
  'or',
  'of',
  '?',
  ',',
  ':',
  'title:x +y~2 *:*',
  '<!channel>',
  '<@U123>',
  '*bold*',
  'javascript:alert(1)',
  'قاعدة عين الأسد',
  '\u0000',
  '\u202e',
  '🚀',
  '__proto__',
  'constructor',
];

/** Questions as they come: built of what people type, or of anything at all. */
export const arbitraryQuestion: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 10 })
      .map((pieces) => pieces.join(' ')),
  },
);
