import { expect, test } from 'vitest';
import { compileIntent } from '../../src/question/intent.ts';
import { IntentTable, packIntents } from '../../src/question/intent-table.ts';

const CLASSES = new Map([['harm', ['killed', 'wounded']]]);
const intents = [
  compileIntent(
    {
      intent: 'date',
      about: 'When.',
      rank: 20,
      phrasings: ['when did|was', { say: 'when (exactly) … end', as: { pick: 'last' }, weight: 2 }],
      examples: [],
    },
    CLASSES,
  ),
  compileIntent(
    { intent: 'figure', about: 'How many.', rank: 60, phrasings: ['how many @harm', 'constructor'], examples: [] },
    CLASSES,
  ),
];
// As JSON it is what a start reads.
const table = new IntentTable(JSON.parse(JSON.stringify(packIntents(intents))), CLASSES);
const fitting = (...words: string[]) => table.mayFit(new Set(words)).map(({ phrasing }) => phrasing.source);

test('a phrasing may fit where every word that it cannot do without is there, in the order of the intents', () => {
  expect(fitting('when', 'did', 'it', 'end')).toEqual(['when did|was', 'when (exactly) … end']);
  expect(fitting('when', 'was')).toEqual(['when did|was']);
  expect(fitting('did', 'it')).toEqual([]);
  expect(fitting('many', 'wounded', 'how', 'when', 'was')).toEqual(['when did|was', 'how many @harm']);
});

test('it comes with its intent, its attributes and its weight, and is compiled once', () => {
  const [, last] = table.mayFit(new Set(['when', 'did', 'end']));
  expect(last).toMatchObject({ ...intents[0]!.phrasings[1]!, intent: { name: 'date', rank: 20 } });
  expect(table.mayFit(new Set(['when', 'did', 'end']))[1]).toBe(last);
});

test('words are only words', () => {
  expect(fitting('__proto__', 'toString', '')).toEqual([]);
  expect(fitting('constructor')).toEqual(['constructor']);
});
