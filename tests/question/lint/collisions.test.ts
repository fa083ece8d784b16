import { describe, expect, test } from 'vitest';
import { lintIntents } from '../../../src/question/lint/index.ts';
import type { IntentSource } from '../../../src/question/load-language.ts';
import { formatProblem } from '../../../src/record/problem.ts';
import { intentSource, phrased } from '../../support/intent-source.ts';

const lint = (...sources: IntentSource[]) => lintIntents({ sources }, []);

test('two intents of one rank that fit the same words are named with file, line, field and remedy', () => {
  const [problem, ...others] = lint(phrased('actor', 40, 'which group'), phrased('place', 40, 'where', 'which group'));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    severity: 'warning',
    rule: 'colliding-phrasings',
    file: 'intents/place.yml',
    line: 6,
    field: 'phrasings[1]',
  });
  expect(formatProblem(problem!)).toBe(
    'warning intents/place.yml:6 phrasings[1]: "which group" is fitted by "which group" (place) and by "which group" (actor, intents/actor.yml:5) alike, so that their order decides. Take the words out of one of the two, or give the one that is meant a weight. [colliding-phrasings]',
  );
});

describe('phrasings of two intents of one rank', () => {
  test.each([
    ['that share an alternative', 'which|what country|group', 'which base|country', '"which country"'],
    ['that share what is said without an optional word', 'who (then) did', 'who did (it)', '"who did"'],
    ['that share what is said with an empty gap', 'what was … response', 'what was response', '"what was response"'],
    ['that share a slot', 'how many {kind}', 'how many {kind}', '"how many {kind}"'],
    ['of which one takes any name', 'who hit {name}', 'who hit {place}', '"who hit {place}"'],
    ['of which one stands at the beginning only', '^ who', 'who', '"^ who"'],
    ['of which one ends a clause', 'who did .', 'who did', '"who did ."'],
    ['of which one ends a question and one a clause', 'who did .', 'who did $', '"who did $"'],
    ['that share what is said without six optional words', 'who (a) (b) (c) (d) (e) (f)', 'who', '"who"'],
  ])('%s collide', (_how, ours, theirs, shared) => {
    const problems = lint(phrased('actor', 40, `"${ours}"`), phrased('place', 40, `"${theirs}"`));
    expect(problems.map(({ rule }) => rule)).toContain('colliding-phrasings');
    expect(problems.find(({ rule }) => rule === 'colliding-phrasings')?.message).toContain(`${shared} is fitted by`);
  });

  test.each([
    ['of other words', 'which group', 'which base'],
    ['of the same words in another order', 'who claimed', 'claimed who'],
    ['of which one is longer, and so wins', 'who claimed', 'who claimed it'],
    ['that share nothing but what a seventh optional word is left out of', 'who (a) (b) (c) (d) (e) (f) (g)', 'who'],
    ['with other slots', 'how many {kind}', 'how many {weapon}'],
  ])('%s do not', (_how, ours, theirs) => {
    expect(lint(phrased('actor', 40, `"${ours}"`), phrased('place', 40, `"${theirs}"`))).toEqual([]);
  });
});

test('where ranks differ, the rank decides, and that is what it is for', () => {
  const problems = lint(phrased('actor', 40, 'which group'), phrased('place', 30, 'which group|base'));
  expect(problems).toEqual([]);
});

test('a weight decides too, as does a third phrasing that scores more on the same words', () => {
  const weighted = intentSource('place', 40, 'phrasings:\n  - { say: which group|base, as: {}, weight: 0.5 }\n');
  const problems = lint(weighted, phrased('actor', 40, 'which group|man'));
  expect(problems).toEqual([]);
  const third = intentSource('order', 70, 'phrasings:\n  - { say: which group (then), as: {}, weight: 1 }\n');
  expect(lint(phrased('place', 40, 'which group|base'), phrased('actor', 40, 'which group|man'), third)).toEqual([]);
});

describe('phrasings of one intent', () => {
  const picks = (...lines: string[]) => intentSource('order', 70, `phrasings:\n${lines.join('\n')}\n`);

  test('that contradict each other on the same words collide', () => {
    const [problem] = lint(
      picks('  - { say: newest|oldest entry, as: { pick: last } }', '  - { say: oldest entry, as: { pick: first } }'),
    );
    expect(problem).toMatchObject({ rule: 'colliding-phrasings', line: 6, field: 'phrasings[1]' });
    expect(problem?.message).toContain('"oldest entry" is fitted by "oldest entry" (pick first)');
    expect(problem?.message).toContain('"newest|oldest entry" (pick last, intents/order.yml:5)');
  });

  test('do not, where a third says the same of the matter and scores more; one that is silent on it decides nothing', () => {
    const both = [
      '  - { say: newest|oldest entry, as: { pick: last } }',
      '  - { say: oldest entry, as: { pick: first } }',
    ];
    const rules = (...lines: string[]) => lint(picks(...lines)).map(({ rule }) => rule);
    expect(rules(...both, '  - { say: oldest entry, as: { pick: first }, weight: 2 }')).not.toContain(
      'colliding-phrasings',
    );
    expect(rules(...both, '  - { say: oldest entry, as: { all: true }, weight: 2 }')).toContain('colliding-phrasings');
  });

  test('that say different things, but nothing contrary, do not', () => {
    const sides = '  - { say: who claimed, as: { side: claimed } }\n  - { say: who claimed|did, as: { all: true } }';
    expect(lint(intentSource('actor', 40, `phrasings:\n${sides}\n`))).toEqual([]);
  });
});
