import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

/** Questions by kind; a list is a thread, of which the last line asks. */
type GoldenQuestions = Record<string, (string | string[])[]>;

// The answers themselves, for a person to read in review: run `npm test -- -u` after a change and read the difference.
const file = readFileSync(join(import.meta.dirname, 'golden/questions.yml'), 'utf8');
const questions = parse(file) as GoldenQuestions;

describe('the answers, to be read', () => {
  test.each(Object.entries(questions))('%s', async (kind, entries) => {
    const told = entries.map((entry) => {
      const lines = [entry].flat();
      const answer = desk().ask(lines.at(-1)!, { now: NOW, thread: lines.slice(0, -1) });
      const asked = lines.map((line) => `> ${line}`).join('\n');
      return `${asked}\n${answer.status}, ${answer.kind}\n\n${renderPlainText(answer)}\n`;
    });
    await expect(told.join('\n----\n\n')).toMatchFileSnapshot(`golden/${kind}.golden.txt`);
  });
});
