import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshBundle } from '../../src/prepared/code.js';
import { HOME } from '../../src/prepared/home.ts';
import { FERRIES } from '../support/broken-timeline.ts';

/** A copy of the project with the ferries for its record. */
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'dateline-'));
  for (const name of ['bin', 'src', 'intents', 'package.json', 'package-lock.json'])
    cpSync(join(HOME, name), join(project, name), { recursive: true });
  cpSync(FERRIES, join(project, 'data', 'ferries'), { recursive: true });
});
afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

/** Lets the copy use the packages that are installed here, all of them or those that are named. */
function install(names?: string[]): void {
  const packages = join(HOME, 'node_modules');
  if (!names) symlinkSync(packages, join(project, 'node_modules'));
  else {
    mkdirSync(join(project, 'node_modules'));
    for (const name of names) symlinkSync(join(packages, name), join(project, 'node_modules', name));
  }
}

function dateline(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'bin', 'dateline.js'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A file of the bundle and those that it requires as soon as it is. */
function requiredAtOnce(file: string): string[] {
  const required = readFileSync(file, 'utf8').matchAll(/^const \w+ = require\("(\.\/.+?)"\)/gm);
  return [file, ...[...required].flatMap(([, name]) => requiredAtOnce(join(file, '..', name!)))];
}

const PREPARED = 'code: prepared; record: prepared; first answer: prepared';
const QUESTION = ['ask', 'When did the Marigold sink?', '--json'];
const ANSWERED = { status: 0, stderr: '', stdout: expect.stringContaining('"value":{"date":"1998-11-02"}') };

test('a project is prepared once; then the bundle answers, and lints, until a source changes', () => {
  install();
  const folder = join(project, '.cache', 'code');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main-of-an-older-code.cjs'), '');
  expect(dateline('prepare')).toEqual({ status: 0, stdout: `${PREPARED}\n`, stderr: '' });
  const bundle = freshBundle(project)!;
  expect(readdirSync(folder)).not.toContain('main-of-an-older-code.cjs');
  expect(dateline(...QUESTION)).toEqual(ANSWERED);
  expect(dateline('lint', '--quiet')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('9 events: 0 errors'),
  });

  // What only a first start needs stands in files that are required when it does.
  const atOnce = requiredAtOnce(bundle).map((file) => readFileSync(file, 'utf8'));
  expect(atOnce.length).toBeGreaterThan(1);
  expect(atOnce.filter((code) => /ZodType|parseDocument/.test(code))).toEqual([]);

  // What is written into the bundle shows that it is the bundle that runs.
  const code = readFileSync(bundle, 'utf8');
  const said = code.replace('Answers timeline questions', 'Answers timeline_questions');
  expect(said).toHaveLength(code.length);
  writeFileSync(bundle, said);
  expect(dateline('--help').stdout).toContain('timeline_questions');
  appendFileSync(join(project, 'src', 'dateline.ts'), '// changed\n');
  expect(freshBundle(project)).toBeUndefined();
  expect(dateline('--help').stdout).toContain('timeline questions');
});

test.each([
  ['cut short, and no longer taken for whole', false, (code: string) => code.slice(0, 1000)],
  ['garbled at its full length', true, (code: string) => code.replace('require(', 'require)')],
])('a bundle that is %s is done without', (_, seemsWhole, damage) => {
  install();
  dateline('prepare');
  const bundle = freshBundle(project)!;
  writeFileSync(bundle, damage(readFileSync(bundle, 'utf8')));
  expect(freshBundle(project)).toBe(seemsWhole ? bundle : undefined);
  expect(dateline(...QUESTION)).toEqual(ANSWERED);
});

test('without the bundler the record alone is prepared, and the sources answer', () => {
  install(['commander', 'lunr', 'yaml', 'zod']);
  expect(dateline('prepare')).toEqual({
    status: 0,
    stdout: 'code: not prepared, rolldown is not installed; record: prepared\n',
    stderr: '',
  });
  expect(freshBundle(project)).toBeUndefined();
  expect(dateline(...QUESTION)).toEqual(ANSWERED);
});

test('nothing that cannot be prepared makes it fail, and each thing is told by itself', () => {
  install();
  writeFileSync(join(project, '.cache'), 'a file stands where the folder would be');
  const unwritable = `code: not prepared, ${join(project, '.cache', 'code')} cannot be written to`;
  expect(dateline('prepare')).toEqual({
    status: 0,
    stdout: `${unwritable}; record: not prepared, ${join(project, '.cache', 'record')} cannot be written to\n`,
    stderr: '',
  });
  appendFileSync(join(project, 'data', 'ferries', 'kinds.yaml'), 'more: fields\n');
  expect(dateline('prepare')).toEqual({
    status: 0,
    stdout: `${unwritable}; record: not prepared, it cannot be loaded; to see why: dateline lint\n`,
    stderr: '',
  });
  expect(dateline('prepare', '--data', 'no such').stdout).toBe(
    `${unwritable}; record: not prepared, it cannot be loaded; to see why: dateline lint --data "no such"\n`,
  );
});

test('a first answer that fails is told, and is no failure of the record', () => {
  install();
  rmSync(join(project, 'bin', 'dateline.js'));
  const script = `
    import { prepareStarts } from ${JSON.stringify(join(project, 'src', 'prepared', 'prepare-starts.ts'))};
    process.stdout.write(await prepareStarts(${JSON.stringify(join(project, 'data'))}));
  `;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout).toBe(
    'code: prepared; record: prepared; first answer: not prepared, asking a question ended with status 1',
  );
});

test('the files of an earlier bundle go, and what another process is writing stays', () => {
  install();
  const folder = join(project, '.cache', 'code');
  mkdirSync(folder, { recursive: true });
  for (const name of ['main-earlier.cjs', 'main-other.cjs.1.tmp']) writeFileSync(join(folder, name), '');
  expect(dateline('prepare').stdout).toBe(`${PREPARED}\n`);
  expect(existsSync(join(folder, 'main-earlier.cjs'))).toBe(false);
  expect(existsSync(join(folder, 'main-other.cjs.1.tmp'))).toBe(true);
});
