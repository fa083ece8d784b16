import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeWhole } from '../../../src/store/backup/write-whole.ts';
import { StoreProcess } from '../../support/store-processes/run.ts';
import { failureOf } from '../../support/stores.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const path = temporaryFolder();

async function* lines(...all: string[]): AsyncGenerator<string> {
  yield* all;
}

async function* failing(): AsyncGenerator<string> {
  for (let number = 0; number < 100; number++) yield 'long '.repeat(1_000);
  throw new RangeError('the source failed');
}

test('a file holds every line and is for its owner alone', async () => {
  const many = Array.from({ length: 5_000 }, (_, number) => `line ${number} 🚀`);
  await writeWhole(path('a'), lines(...many), false);
  expect(readFileSync(path('a'), 'utf8')).toBe(`${many.join('\n')}\n`);
  expect(statSync(path('a')).mode & 0o777).toBe(0o600);
  expect(readdirSync(path())).toEqual(['a']);
});

test('a file that is there stays as it is unless it may be replaced', async () => {
  writeFileSync(path('a'), 'old');
  const failure = await failureOf(writeWhole(path('a'), lines('new'), false));
  expect(failure).toMatchObject({ name: 'StoreError', code: 'backup-exists' });
  expect(failure.message).toMatch(/^There is a file .*a already: choose another name, or replace it with --force\.$/);
  expect(readFileSync(path('a'), 'utf8')).toBe('old');
  await writeWhole(path('a'), lines('new'), true);
  expect(readFileSync(path('a'), 'utf8')).toBe('new\n');
});

test('a file that appears while it is written is not replaced', async () => {
  async function* slow(): AsyncGenerator<string> {
    writeFileSync(path('a'), 'theirs');
    yield 'ours';
  }
  expect(await failureOf(writeWhole(path('a'), slow(), false))).toMatchObject({ code: 'backup-exists' });
  expect(readFileSync(path('a'), 'utf8')).toBe('theirs');
  expect(readdirSync(path())).toEqual(['a']);
});

test.each([false, true])('a source that fails leaves no file, nor the old one touched (force: %s)', async (force) => {
  if (force) writeFileSync(path('a'), 'old');
  expect(await failureOf(writeWhole(path('a'), failing(), force))).toBeInstanceOf(RangeError);
  expect(readdirSync(path())).toEqual(force ? ['a'] : []);
  if (force) expect(readFileSync(path('a'), 'utf8')).toBe('old');
});

test.each([false, true])('a process that is killed as it writes leaves no half file (force: %s)', async (force) => {
  if (force) writeFileSync(path('a'), 'old');
  const writer = new StoreProcess('back-up', { kind: 'sqlite', file: path('unused') }, { file: path('a'), force });
  expect(await writer.hears()).toBe('half');
  await writer.kill();
  if (force) expect(readFileSync(path('a'), 'utf8')).toBe('old');
  else expect(existsSync(path('a'))).toBe(false);
});

test('a place that cannot be written to is named', async () => {
  const nowhere = await failureOf(writeWhole(path('nowhere/a'), lines('new'), false));
  expect(nowhere).toMatchObject({ name: 'StoreError', code: 'backup-unwritable' });
  expect(nowhere.message).toContain('nowhere/a cannot be written (ENOENT): choose a folder that exists');
  mkdirSync(path('folder'));
  expect(await failureOf(writeWhole(path('folder'), lines('new'), true))).toMatchObject({ code: 'backup-unwritable' });
  expect(readdirSync(path())).toEqual(['folder']);
});
