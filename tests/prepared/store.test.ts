import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStored, readStored } from '../../src/prepared/store.js';

let base: string;
let file: string;
let sources: { source: string };

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'dateline-'));
  file = join(base, 'store', 'value.json');
  sources = { source: join(base, 'source') };
  writeFileSync(sources.source, 'one');
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

const make = () => makeStored(file, sources, 'note', () => ({ made: 'of one\ntwo' }));

test('what was stored is read again, and nothing lies beside it', async () => {
  expect(await make()).toEqual({ value: { made: 'of one\ntwo' } });
  expect(readStored(file, sources, 'note')).toEqual({ made: 'of one\ntwo' });
  expect(readdirSync(join(base, 'store'))).toEqual(['value.json']);
});

test('it is not read where a source changed, or where the note is another', async () => {
  await make();
  expect(readStored(file, sources, 'another note')).toBeUndefined();
  writeFileSync(sources.source, 'two');
  expect(readStored(file, sources, 'note')).toBeUndefined();
});

test('a source that was only touched is no other source, and its new time is remembered', async () => {
  await make();
  const before = readFileSync(file, 'utf8');
  utimesSync(sources.source, new Date(0), new Date(0));
  expect(readStored(file, sources, 'note')).toEqual({ made: 'of one\ntwo' });
  expect(readFileSync(file, 'utf8')).not.toBe(before);
  expect(readStored(file, sources, 'note')).toEqual({ made: 'of one\ntwo' });
});

test.each([
  ['empty', () => ''],
  ['cut short', (text: string) => text.slice(0, -5)],
  ['cut in its first line', (text: string) => text.slice(0, 9)],
  ['no JSON', () => 'title: A\n'],
  ['other JSON', () => 'null\n{}'],
  ['changed by hand and still JSON', (text: string) => text.replace('of one', 'of two')],
  ['emptied by hand and still JSON', (text: string) => `${text.split('\n')[0]}\n{}`],
])('a file that is %s is as good as none', async (_, damage) => {
  await make();
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  expect(readStored(file, sources, 'note')).toBeUndefined();
  expect(await make()).not.toHaveProperty('unstored');
  expect(readStored(file, sources, 'note')).toBeDefined();
});

test('what was made while a source changed is given, but not stored', async () => {
  const made = await makeStored(file, sources, 'note', () => {
    writeFileSync(sources.source, 'changed');
    return 1;
  });
  expect(made).toEqual({ value: 1, unstored: 'a source changed meanwhile' });
  expect(readStored(file, sources, 'note')).toBeUndefined();
});

test('a folder that cannot be written to is no error', async () => {
  // A file stands where the folder would be.
  writeFileSync(join(base, 'store'), '');
  const unstored = `${join(base, 'store')} cannot be written to`;
  expect(await make()).toEqual({ value: { made: 'of one\ntwo' }, unstored });
});

test('a file that cannot be put in its place leaves no half of it beside', async () => {
  mkdirSync(file, { recursive: true });
  expect((await make()).unstored).toBe(`${join(base, 'store')} cannot be written to`);
  expect(readdirSync(join(base, 'store'))).toEqual(['value.json']);
});

test('what cannot be made is thrown and nothing is stored', async () => {
  const failing = makeStored(file, sources, 'note', () => {
    throw new RangeError('no');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(readdirSync(base)).toEqual(['source']);
});
