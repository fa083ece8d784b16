import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadTimelines, readTimelines } from '../../src/record/load.ts';
import { formatProblem, RecordError } from '../../src/record/problem.ts';
import { FERRIES } from '../support/broken-timeline.ts';

const AGROUND = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'dateline-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

/** What loading refuses. */
function refusal(folder: string): RecordError {
  try {
    loadTimelines(folder);
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
  throw new Error('it was loaded');
}

test('a folder is read as one timeline, and a folder of such folders as several in order of their names', () => {
  expect(loadTimelines(FERRIES).map(({ card }) => card.name)).toEqual(['lake-ferries']);
  for (const name of ['b', 'a']) {
    cpSync(FERRIES, join(base, name), { recursive: true });
    writeFileSync(
      join(base, name, 'timeline.yaml'),
      `name: lake-${name}\ntitle: T\nsubject: s\ncoverage: {from: 1998-01-01, to: 2021-12-31}\nmaintainer: m\nlicence: l\nexamples: [e]\n`,
    );
  }
  mkdirSync(join(base, 'no-timeline'));
  expect(loadTimelines(base).map(({ card }) => card.name)).toEqual(['lake-a', 'lake-b']);
});

test('two timelines of one name are refused, at the second', () => {
  for (const name of ['a', 'b']) cpSync(FERRIES, join(base, name), { recursive: true });
  const at = join(basename(base), 'b', 'timeline.yaml');
  expect(refusal(base).problems).toEqual([
    {
      severity: 'error',
      rule: 'repeated-timeline',
      file: at,
      line: 2,
      field: 'name',
      message: `The name lake-ferries is already that of ${join(basename(base), 'a', 'timeline.yaml')}.`,
      remedy: 'Give one of the two another name.',
    },
  ]);
});

test.each([
  ['that does not exist', 'nowhere', 'There is no such folder.'],
  ['that is a file', 'file.txt', 'There is no such folder.'],
  ['without a timeline', '.', 'The folder holds no timeline.'],
  ['that is a link to itself', 'itself', 'The folder cannot be read (ELOOP).'],
])('a data folder %s is said to be so', (_, name, message) => {
  writeFileSync(join(base, 'file.txt'), '');
  symlinkSync('itself', join(base, 'itself'));
  const folder = join(base, name);
  expect(refusal(folder).problems).toEqual([
    {
      severity: 'error',
      rule: 'no-timeline',
      file: folder,
      field: '',
      message,
      remedy: 'Name a folder that holds a timeline: one with a file timeline.yaml, or with folders that have one.',
    },
  ]);
});

test.each(['places', 'actors', 'people', 'kinds', 'weapons', 'measures', 'words'])(
  'a timeline without its file %s.yaml is not loaded',
  (name) => {
    const folder = join(base, 'ferries');
    cpSync(FERRIES, folder, { recursive: true });
    rmSync(join(folder, `${name}.yaml`));
    expect(refusal(folder).problems).toEqual([
      {
        severity: 'error',
        rule: 'unreadable-file',
        file: `ferries/${name}.yaml`,
        field: '',
        message: 'The file cannot be read (ENOENT).',
        remedy: 'Create it, or mend its name and permissions.',
      },
    ]);
  },
);

test('a folder that is named like an event file is a problem, not a crash', () => {
  const folder = join(base, 'ferries');
  cpSync(FERRIES, folder, { recursive: true });
  mkdirSync(join(folder, 'events', 'oops.yaml'));
  expect(refusal(folder).problems.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    'unreadable-file ferries/events/oops.yaml',
  ]);
});

test('a pipe that is named like an event file is a problem, not waited for', () => {
  const folder = join(base, 'ferries');
  cpSync(FERRIES, folder, { recursive: true });
  expect(spawnSync('mkfifo', [join(folder, 'events', 'pipe.yaml')]).status).toBe(0);
  expect(refusal(folder).problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'ferries/events/pipe.yaml The file cannot be read (it is no file).',
  ]);
});

test('links among the events are followed, but not to the folders in which they stand, and not to nowhere', () => {
  const folder = join(base, 'ferries');
  cpSync(FERRIES, folder, { recursive: true });
  cpSync(join(folder, 'events', '1999'), join(base, 'elsewhere'), { recursive: true });
  rmSync(join(folder, 'events', '1999'), { recursive: true });
  symlinkSync(join(base, 'elsewhere'), join(folder, 'events', '1999'));
  const events = readTimelines(FERRIES)[0]!.eventFiles.length;
  for (const name of ['itself', 'once-more', '2016/above'])
    symlinkSync(join(folder, 'events'), join(folder, 'events', name));
  symlinkSync('nowhere', join(folder, 'events', 'nowhere'));
  expect(readTimelines(folder)[0]?.eventFiles).toHaveLength(events);
  expect(loadTimelines(folder)).toHaveLength(1);
});

test('broken events stop the load, and the error lists what is wrong in every one of them', () => {
  const folder = join(base, 'ferries');
  cpSync(FERRIES, folder, { recursive: true });
  const broken = ['2009/2009-08-21-marigold-ii-runs-aground', '2016/2016-05-27-pay-settlement'];
  for (const name of broken) writeFileSync(join(folder, 'events', `${name}.yaml`), 'id: x\n');
  const error = refusal(folder);
  const files = new Set(error.problems.map(({ file }) => file));
  for (const name of broken) expect(files).toContain(`ferries/events/${name}.yaml`);
  expect(error.problems.every(({ severity }) => severity === 'error')).toBe(true);
  expect(error.message).toContain(formatProblem(error.problems[0]!));
  expect(error.message.split('\n').at(-1)).toBe(`… and ${error.problems.length - 10} more`);
});

test('warnings do not stop the load', () => {
  const [reading] = readTimelines(FERRIES);
  expect(reading?.problems.map(({ severity }) => severity)).toEqual(['warning']);
  expect(loadTimelines(FERRIES)).toHaveLength(1);
});

test('a timeline without a folder of events is empty, not an error', () => {
  const folder = join(base, 'ferries');
  cpSync(FERRIES, folder, { recursive: true });
  rmSync(join(folder, 'events'), { recursive: true });
  expect(loadTimelines(folder)[0]?.events).toEqual([]);
});

test('a problem is printed on one line: severity, file and line, field, what is wrong, remedy, rule', () => {
  const problem = {
    severity: 'error',
    rule: 'r',
    file: AGROUND,
    line: 3,
    field: 'date',
    message: 'M.',
    remedy: 'R.',
  } as const;
  expect(formatProblem(problem)).toBe(`error ${AGROUND}:3 date: M. R. [r]`);
  const { line: _, ...whole } = { ...problem, field: '' };
  expect(formatProblem(whole)).toBe(`error ${AGROUND} M. R. [r]`);
});
