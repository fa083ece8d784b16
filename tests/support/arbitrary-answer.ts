import fc from 'fast-check';
import type { Answer, Citation, EventReference, Statement } from '../../src/answer/answer.ts';

/** Texts with everything that Slack reads as markup, halves of surrogate pairs, control characters and great lengths. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '<!channel>',
    '<@U1>',
    '*',
    '_',
    '~',
    '`',
    '```',
    '&',
    '>',
    '>>> ',
    '"',
    '\\',
    '\n',
    '\ud83d',
    '👩‍👩‍👧‍👦',
    ':fire:',
  ),
);
export const anyText: fc.Arbitrary<string> = fc.oneof(
  nasty,
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.tuple(nasty, fc.integer({ min: 1, max: 3000 })).map(([text, times]) => text.repeat(times).slice(0, 5000)),
);

const anyDate = fc.oneof(fc.constantFrom('2020-01-08', '2024-01-2X', '2003/2011'), anyText);
const anyUrl = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  anyText,
  anyText.map((text) => `https://example.org/${text}`),
  anyText.map((text) => `javascript:${text}`),
);

export const anyStatement: fc.Arbitrary<Statement> = fc.record({
  role: fc.constantFrom('lead', 'item', 'detail', 'note'),
  runs: fc.oneof(
    fc.array(fc.record({ text: anyText, strong: fc.boolean() }), { maxLength: 5 }),
    fc.integer({ min: 0, max: 900 }).map((length) => Array.from({ length }, () => ({ text: '&', strong: true }))),
  ),
  cites: fc.array(fc.integer({ min: 1, max: 999_999_999 }), { maxLength: 40 }),
});

const anyEvent: fc.Arbitrary<EventReference> = fc.record({ id: anyText, date: anyDate, title: anyText });

export const anyCitation: fc.Arbitrary<Citation> = fc.record(
  {
    n: fc.integer({ min: 1 }),
    title: anyText,
    described: fc.boolean(),
    publisher: anyText,
    date: anyDate,
    url: anyUrl,
  },
  { requiredKeys: ['n', 'title', 'described', 'publisher', 'url'] },
);

/** A short list mostly, a long one at times. */
export function list<T>(entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  const long = fc
    .tuple(entry, fc.integer({ min: 20, max: 80 }))
    .map(([one, length]) => Array.from({ length }, () => one));
  return fc.oneof({ weight: 4, arbitrary: fc.array(entry, { maxLength: 6 }) }, { weight: 1, arbitrary: long });
}

/** Any value of the type, sensible or not. */
export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom('answered', 'several', 'declined'),
  kind: fc.constantFrom('date', 'list', 'none'),
  statements: list(anyStatement),
  events: fc.constant([]),
  nearest: list(anyEvent),
  value: fc.constant(null),
  citations: list(anyCitation),
  caveats: list(anyText),
  notUnderstood: list(anyText),
});
