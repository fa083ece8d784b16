import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadIntents } from '../../src/question/load-language.ts';
import { formatProblem, RecordError } from '../../src/record/problem.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-intents-'));
  writeFileSync(join(folder, 'words.yml'), 'harmless: [the]\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(phrasings: string): void {
  writeFileSync(join(folder, 'date.yml'), `intent: date\nabout: When.\nrank: 20\nphrasings:\n${phrasings}`);
}

/** Every problem as the start prints it. */
function refused(): string[] {
  try {
    loadIntents(folder);
  } catch (error) {
    if (error instanceof RecordError) return error.problems.map(formatProblem);
    throw error;
  }
  throw new Error('it was loaded');
}

test('a phrasing may have a weight without attributes, attributes without a weight, or neither', () => {
  write('  - { say: when did, weight: 2 }\n  - { say: what day, as: { clock: local } }\n  - { say: which date }\n');
  expect(loadIntents(folder).intents[0]?.phrasings.map(({ attributes, weight }) => ({ attributes, weight }))).toEqual([
    { attributes: {}, weight: 2 },
    { attributes: { clock: 'local' }, weight: 0 },
    { attributes: {}, weight: 0 },
  ]);
});

test('a phrasing that is written wrong is reported on its line, in whole sentences', () => {
  write('  - when did\n  - hit {plaec}\n');
  const [problem] = refused();
  expect(problem).toMatch(
    /^error intents\/date\.yml:6 phrasings\[1\]: "hit \{plaec\}" is no phrasing: there is no slot \{plaec\}; use one of .*, description\. intents\/README\.md shows how phrasings are written\. \[phrasing\]$/,
  );
});

test('who misspells a field of an intents file is sent to the document on intents', () => {
  write('  - when did\nexampels: []\n');
  expect(refused()).toEqual([
    'error intents/date.yml:6 exampels: There is no field called exampels. Remove it or mend its spelling; intents/README.md lists the fields. [schema]',
  ]);
});
