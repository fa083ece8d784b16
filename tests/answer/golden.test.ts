import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';
import type { QuestionCase } from '../support/judge.ts';

// The answers themselves, for a person to read in review: run `npm test -- -u` after a change and read the difference.
const cases = readFileSync(join(import.meta.dirname, '../questions/first.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as QuestionCase);

const byType = Map.groupBy(cases, ({ type }) => type);

describe('the answers, to be read', () => {
  test.each([...byType])('%s', async (type, ofType) => {
    const told = ofType.map(({ question, thread = [], now }) => {
      const answer = desk().ask(question, { now: now === undefined ? NOW : new Date(now), thread });
      const asked = [...thread, question].map((line) => `> ${line}`).join('\n');
      return `${asked}\n${answer.status}, ${answer.kind}\n\n${renderPlainText(answer)}\n`;
    });
    await expect(told.join('\n----\n\n')).toMatchFileSnapshot(`golden/${type}.golden.txt`);
  });
});
