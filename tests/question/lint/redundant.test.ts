import { describe, expect, test } from 'vitest';
import { lintIntents } from '../../../src/question/lint/index.ts';
import type { IntentSource } from '../../../src/question/load-language.ts';
import { intentSource, phrased } from '../../support/intent-source.ts';

const lint = (...sources: IntentSource[]) => lintIntents({ sources }, []);

test('a phrasing that stands twice is named where it stands the second time', () => {
  expect(lint(phrased('date', 20, 'when did', 'what day', 'when did'))).toEqual([
    {
      severity: 'warning',
      rule: 'redundant-phrasing',
      file: 'intents/date.yml',
      line: 7,
      field: 'phrasings[2]',
      message:
        '"when did" never wins: "when did" (intents/date.yml:5) fits whatever it fits, says the same and scores no less.',
      remedy: 'Remove it, or give it the weight or the attributes that set it apart.',
    },
  ]);
});

describe('a phrasing is redundant', () => {
  test.each([
    ['beside one with the same alternatives and more', 'what day', 'what|which day|date'],
    ['beside one that may say the same with an optional word', 'how long since', 'how long (ago) since'],
    ['beside one that may leave a gap', 'how many {measure}', 'how many … {measure}'],
    ['at the beginning, beside one that stands anywhere', '^ who', 'who'],
  ])('%s', (_how, one, other) => {
    const weighted = `phrasings:\n  - "${one}"\n  - { say: "${other}", as: {}, weight: 1 }\n`;
    expect(lint(intentSource('date', 20, weighted))).toMatchObject([{ rule: 'redundant-phrasing', line: 5 }]);
  });

  test('and it is said what it adds, where it uses up more words', () => {
    const [problem] = lint(
      intentSource('date', 20, 'phrasings:\n  - the very day\n  - { say: day, as: {}, weight: 2 }\n'),
    );
    expect(problem?.message).toContain('all it adds is to use up “the”, “very”.');
  });
});

describe('a phrasing is not redundant', () => {
  test.each([
    ['where it scores more', 'when', 'when did'],
    ['where it allows what the other does not', 'when (then)', 'when did'],
    ['where the other fits at the beginning only', '^ when', 'when'],
    ['where the gap of the other may be too short', 'what … next', 'what … do next'],
    ['where the other leaves no gap', 'how many {measure}', 'how many … {weapon}'],
  ])('%s', (_how, one, other) => {
    expect(lint(phrased('date', 20, `"${one}"`, `"${other}"`)).filter(({ line }) => line === 6)).toEqual([]);
  });

  test('where it says something else', () => {
    const attributes = 'phrasings:\n  - first count\n  - { say: first count, as: { stage: first } }\n';
    // The one that says less is the needless one.
    expect(lint(intentSource('figure', 50, attributes))).toMatchObject([{ line: 5 }]);
  });
});

/** Whether a phrasing is redundant beside one of the same intent that scores more. */
function isRedundant(phrasing: string, heavier: string): boolean {
  const problems = lint(
    intentSource('date', 20, `phrasings:\n  - "${phrasing}"\n  - { say: "${heavier}", as: {}, weight: 9 }\n`),
  );
  return problems.some(({ rule, line }) => rule === 'redundant-phrasing' && line === 5);
}

describe('beside one that scores more', () => {
  test.each([
    ['the end of a clause', 'who did .', 'who did'],
    ['the end of a question, which ends a clause', 'who did $', 'who did .'],
    ['as many words as a gap takes in', 'how many of all of our dead', 'how many … dead'],
    ['a gap that takes in as much', 'what … next', 'what … next|then'],
    ['a number and words that a gap takes in', 'how many {number} of all our dead', 'how many … dead'],
  ])('a phrasing with %s is redundant', (_how, phrasing, heavier) => {
    expect(isRedundant(phrasing, heavier)).toBe(true);
  });

  test.each([
    ['whose words stand later than the beginning', '^ who did', '^ did'],
    ['that need not end a clause', 'who did', 'who did .'],
    ['that need not end the question', 'who did .', 'who did $'],
    ['that goes on where the clause of the other ends', 'who did it .', 'who did .'],
    ['with more words than a gap takes in', 'how many of all of our own dead', 'how many … dead'],
    ['with a name of any length in place of the gap', 'how many {place} dead', 'how many … dead'],
  ])('one %s is not', (_how, phrasing, heavier) => {
    expect(isRedundant(phrasing, heavier)).toBe(false);
  });
});

test('a phrasing that another intent always outdoes is named too', () => {
  const [problem] = lint(
    phrased('date', 20, 'how long since when'),
    phrased('interval', 90, 'how long', 'long since when'),
  );
  expect(problem).toBeUndefined();
  const heavy = intentSource('interval', 90, 'phrasings:\n  - { say: how long since, as: {}, weight: 2.5 }\n');
  expect(lint(phrased('date', 20, 'how long since when'), heavy)).toMatchObject([
    { rule: 'outdone-phrasing', file: 'intents/date.yml', line: 5, field: 'phrasings[0]' },
  ]);
});
