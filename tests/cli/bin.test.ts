import { spawn as spawnAlong, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FERRIES } from '../support/broken-timeline.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'dateline.js');
const START = join(import.meta.dirname, '..', '..', 'bin', 'start.js');

/** Runs the command as a process of its own. */
function spawn(args: string[], { node = [], input = '' }: { node?: string[]; input?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, BIN, ...args], { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

/** Makes the process believe that it is run by another Node. */
const pretend = (version: string) => [
  '--import',
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`,
];

test('the command answers, and its status is that of the process', () => {
  const answer = spawn(['ask', 'When did the Marigold sink?', '--data', FERRIES, '--json']);
  expect(answer).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(answer.stdout).value).toEqual({ date: '1998-11-02' });
  expect(spawn(['ask', 'x', '--data', `${FERRIES}/nowhere`])).toMatchObject({ status: 1, stdout: '' });
  expect(spawn(['aks'])).toMatchObject({ status: 2, stdout: '' });
});

test('chat reads what is piped in', () => {
  const { status, stdout } = spawn(['chat', '--data', FERRIES], { input: 'When did the Marigold sink?\n' });
  expect(status).toBe(0);
  expect(stdout).toContain('2 November 1998');
});

test.each([
  ['npm start', [START]],
  ['dateline chat', [BIN, 'chat', '--data', FERRIES]],
])('%s ends quietly where its reader has closed the pipe (`| head`)', async (_, args) => {
  const { SLACK_BOT_TOKEN: _bot, SLACK_APP_TOKEN: _app, ...environment } = process.env;
  const child = spawnAlong(process.execPath, args, {
    env: { ...environment, DATELINE_MODE: 'chat', DATELINE_DATA: FERRIES },
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.destroy();
  child.stdin.on('error', () => {}).end('When did the Marigold sink?\n');
  const [status] = await once(child, 'close');
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
});

test.each(['20.20.2', '25.9.0'])('Node %s is told in one sentence what is needed', (version) => {
  const { status, stdout, stderr } = spawn(['ask', 'when?'], { node: pretend(version) });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    `Dateline needs Node 26 or newer and this is Node ${version}: start it with "npm start" or "npm run dateline" after "npm ci", which bring Node 26 along.\n`,
  );
});

test('a newer Node is welcome', () => {
  expect(spawn(['--help'], { node: pretend('31.0.0') })).toMatchObject({ status: 0, stderr: '' });
});
