import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDateline } from '../../src/dateline.ts';
import { HOME, OWN_DATA } from '../../src/prepared/home.ts';
import { loadPreparation } from '../../src/prepared/load.ts';
import { NOW } from '../support/desk.ts';
import type { QuestionCase } from '../support/judge.ts';

const FOLDER = join(HOME, 'tests', 'questions');

test('a preparation that went through JSON answers every question as it did before', { timeout: 120_000 }, () => {
  const preparation = loadPreparation(OWN_DATA);
  const before = createDateline(preparation);
  const after = createDateline(JSON.parse(JSON.stringify(preparation)));
  expect(after.events()).toEqual(before.events());
  const cases = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as QuestionCase);
  for (const { question, now, thread = [] } of cases) {
    const options = { now: now === undefined ? NOW : new Date(now), thread };
    expect(after.ask(question, options), question).toEqual(before.ask(question, options));
  }
});
