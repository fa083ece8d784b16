import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../../src/store/backup/read-lines.ts';
import { failureOf } from '../../support/stores.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const path = temporaryFolder();

async function linesOf(text: string | Buffer): Promise<string[]> {
  writeFileSync(path('file'), text);
  return Array.fromAsync(readLines(path('file')));
}

test('only a line feed ends a line', async () => {
  expect(await linesOf('a\u2028b\r\nc\u2029\n\nd\n')).toEqual(['a\u2028b\r', 'c\u2029', '', 'd']);
  expect(await linesOf('')).toEqual([]);
});

test('a last line without an end is a line', async () => {
  expect(await linesOf('a\nb')).toEqual(['a', 'b']);
});

test('lines longer than what is read at once, and letters at its edge, are whole', async () => {
  const long = ['x'.repeat(65_535), '🚀'.repeat(100_000), 'é'.repeat(65_536)];
  expect(await linesOf(`${long.join('\n')}\n`)).toEqual(long);
});

test('any lines come out as they went in', async () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' '));
  await fc.assert(
    fc.asyncProperty(fc.array(line), async (lines) => {
      expect(await linesOf(lines.map((each) => `${each}\n`).join(''))).toEqual(lines);
    }),
  );
});

test.each([
  ['nowhere', 'ENOENT'],
  ['', 'EISDIR'],
])('a file that cannot be read is named: %j', async (name, code) => {
  const failure = await failureOf(Array.fromAsync(readLines(path(name))));
  expect(failure).toMatchObject({ name: 'StoreError', code: 'backup-unreadable' });
  expect(failure.message).toContain(`cannot be read (${code}): check its path`);
});
