import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf, stampOf } from '../../src/prepared/stamp.js';

let base: string;
const file = (name: string) => join(base, name);
const sources = () => ({ record: file('record'), lock: file('lock.json') });

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'dateline-'));
  mkdirSync(file('record/events'), { recursive: true });
  writeFileSync(file('record/events/a.yaml'), 'title: A\n');
  writeFileSync(file('lock.json'), '{}');
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

test.each([
  ['written', () => writeFileSync(file('record/events/a.yaml'), 'title: Another\n')],
  ['added', () => writeFileSync(file('record/events/b.yaml'), '')],
  ['removed', () => rmSync(file('record/events/a.yaml'))],
  ['renamed', () => renameSync(file('record/events/a.yaml'), file('record/events/b.yaml'))],
  ['moved to another folder', () => renameSync(file('record/events/a.yaml'), file('record/a.yaml'))],
  ['added in a new folder', () => cpSync(file('record/events'), file('record/candidates'), { recursive: true })],
  ['removed that is a source by itself', () => rmSync(file('lock.json'))],
])('a file that was %s gives another stamp and another digest', (_, change) => {
  const [stamp, digest] = [stampOf(sources()), digestOf(sources())];
  expect([stampOf(sources()), digestOf(sources())]).toEqual([stamp, digest]);
  change();
  expect(stampOf(sources())).not.toBe(stamp);
  expect(digestOf(sources())).not.toBe(digest);
});

test('a file that was written with its size kept and its time set back is noticed', () => {
  const path = file('record/events/a.yaml');
  const { atime, mtime } = statSync(path);
  utimesSync(path, atime, mtime);
  const stamp = stampOf(sources());
  writeFileSync(path, 'title: B\n');
  utimesSync(path, atime, mtime);
  expect(stampOf(sources())).not.toBe(stamp);
});

test('a copy has another stamp but the same digest', () => {
  cpSync(file('record'), file('copy'), { recursive: true });
  const copy = { ...sources(), record: file('copy') };
  expect(stampOf(copy)).not.toBe(stampOf(sources()));
  expect(digestOf(copy)).toBe(digestOf(sources()));
});

test('what is not there is told, not thrown', () => {
  expect(stampOf({ record: file('nowhere') })).toBe('record cannot be read');
});

test('a pipe is told and not read', () => {
  expect(spawnSync('mkfifo', [file('record/pipe')]).status).toBe(0);
  expect(stampOf(sources())).toContain('record/pipe is not read');
  expect(digestOf(sources())).toMatch(/^[0-9a-f]{64}$/);
});

test('a link is followed, but not to a folder in which it stands', () => {
  mkdirSync(file('elsewhere'));
  writeFileSync(file('elsewhere/b.yaml'), 'title: B\n');
  symlinkSync(file('elsewhere'), file('record/linked'));
  for (const name of ['itself', 'once-more', 'events/above']) symlinkSync(file('record'), file(`record/${name}`));
  const names = stampOf({ record: file('record') })
    .split('\n')
    .map((line) => line.replace(/( \d[\d.]*)+$/, ''));
  expect(names).toEqual([
    'record/events/a.yaml',
    'record/events/above is not read',
    'record/itself is not read',
    'record/linked/b.yaml',
    'record/once-more is not read',
  ]);
});
