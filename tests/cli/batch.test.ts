import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FERRIES } from '../support/broken-timeline.ts';
import { run } from '../support/captured-console.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Answers the lines of a file. */
async function batch(text: string, ...options: string[]) {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, text);
  const { lines, ...rest } = await run('ask', '--data', FERRIES, '--batch', file, ...options);
  return { ...rest, answers: lines.map((line) => JSON.parse(line)) };
}

test('each line is answered, in order, with its own id', async () => {
  const { status, errors, answers } = await batch(
    '{"id":"b","question":"When did the Marigold sink?"}\n{"id":"a","question":"When did the Marigold II run aground?"}\n',
  );
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(answers.map(({ id, value }) => [id, value?.date])).toEqual([
    ['b', '1998-11-02'],
    ['a', '2009-08-21'],
  ]);
});

test('a byte-order mark in front of the first line is no part of it', async () => {
  const { answers } = await batch('\uFEFF{"id":"1","question":"When did the Marigold sink?"}\n');
  expect(answers[0]).toMatchObject({ id: '1', value: { date: '1998-11-02' } });
});

test('a line has its own moment and its own thread', async () => {
  const { answers } = await batch(
    `${JSON.stringify({ id: '1', question: 'How long ago did the Marigold sink?', now: '1998-11-12T12:00:00Z' })}\n${JSON.stringify({ id: '2', question: 'How many were aboard?', thread: ['When did the Marigold sink?'] })}`,
  );
  expect(answers[0].value).toMatchObject({ days: 10 });
  expect(answers[1].events[0]?.id).toBe('1998-11-02-sinking-of-the-marigold');
});

test('a line that cannot be read gives an error with its number, and the rest goes on', async () => {
  const { status, answers } = await batch(
    [
      '{"id":"1","question":"When did the Marigold sink?"}',
      '',
      'when did it sink?',
      '{"id":"4"}',
      '{"id":5,"question":"x"}',
      '["id","question"]',
      '{"id":"7","question":"x","now":"noon"}',
      '{"id":"8","question":"x","now":"+200000-01-01T00:00:00Z"}',
      '{"id":"9","question":"When did the Marigold sink?"}',
    ].join('\r\n'),
  );
  expect(status).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual(['1', null, null, null, null, null, null, '9']);
  const errors = answers.slice(1, 7);
  for (const answer of errors) expect(Object.keys(answer)).toEqual(['id', 'error']);
  expect(errors.map(({ error }) => error.split(' ').slice(0, 3).join(' '))).toEqual([
    'line 3: this',
    'line 4: question:',
    'line 5: id:',
    'line 6: the',
    'line 7: now:',
    'line 8: now:',
  ]);
});

test('an empty file gives no answer and is no error', async () => {
  expect(await batch('')).toMatchObject({ status: 0, answers: [], errors: '' });
});

test('every line is asked of the timeline that --timeline names', async () => {
  const line = '{"id":"1","question":"When did the Marigold sink?"}';
  expect((await batch(line, '--timeline', 'lake-ferries')).answers[0].status).toBe('answered');
  const { status, errors } = await batch(line, '--timeline', 'sea-ferries');
  expect(status).toBe(1);
  expect(errors).toBe('There is no timeline "sea-ferries"; loaded: lake-ferries.\n');
});

test('a file that is not there is said to be so, with status 1', async () => {
  const file = join(folder, 'nowhere.jsonl');
  const { status, out, errors } = await run('ask', '--data', FERRIES, '--batch', file);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(errors).toBe(`The file ${file} cannot be read (ENOENT): name a file of JSON lines.\n`);
});

test('a folder in place of the file is said to be so, with status 1', async () => {
  const { status, out, errors } = await run('ask', '--data', FERRIES, '--batch', folder);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(errors).toBe(`The file ${folder} cannot be read (EISDIR): name a file of JSON lines.\n`);
});
