import { expect, test } from 'vitest';
import { englishFile } from '../../../src/question/english-schema.ts';
import { lintIntents } from '../../../src/question/lint/index.ts';
import { parseYaml, validate } from '../../../src/record/yaml-file.ts';

/** What the lint says of a file words.yml: line, field and message of each problem. */
function lint(text: string) {
  const file = parseYaml(text, 'intents/words.yml');
  const { value } = validate(file, englishFile);
  if (!value) throw new Error("The test's own file is wrong.");
  return lintIntents({ words: { file, english: value }, sources: [] }, []);
}

test('a word that stands twice is named where it stands the second time, with the line of the first', () => {
  expect(lint('harmless:\n  - the a\n  # a note\n  - please the\n')).toEqual([
    {
      severity: 'warning',
      rule: 'repeated-word',
      file: 'intents/words.yml',
      line: 4,
      field: 'harmless[1]',
      message: '“the” stands already in harmless on line 2.',
      remedy: 'Remove one of the two.',
    },
  ]);
});

test.each([
  ['twice on one line', 'harmless:\n  - the a the\n'],
  ['with an accent and without', 'ordinary:\n  - café\n  - cafe\n'],
  ['as ordinary and as of elsewhere', 'ordinary:\n  - paris\nelsewhere:\n  - paris\n'],
  ['as harmless and as ordinary', 'harmless:\n  - work\nordinary:\n  - work\n'],
  ['as a phrase', 'phrases:\n  - we hold\n  - you hold\n  - we hold\n'],
  ['in one class', 'classes:\n  latest: [final last, latest final]\n'],
])('it is found %s', (_, text) => {
  expect(lint(text)).toMatchObject([{ rule: 'repeated-word' }]);
});

test('a word may stand in a class, in a phrase and in a list, and in two classes', () => {
  const text =
    'harmless:\n  - record\nphrases:\n  - the record\n  - record\nclasses:\n  bot: [record]\n  attack: [record]\n';
  expect(lint(text)).toEqual([]);
});
