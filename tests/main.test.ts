import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FERRIES } from './support/broken-timeline.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const START = join(import.meta.dirname, '..', 'bin', 'start.js');
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };

const path = temporaryFolder();

function start(environment: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', DATELINE_DATA: join(FERRIES, '..'), ...environment },
    input: '',
  });
  return { status, stdout, stderr };
}

test('a store that cannot be opened stops the start in a sentence, before Slack is met', () => {
  mkdirSync(path('folder'));
  const { status, stdout, stderr } = start({ ...SLACK, DATELINE_STORE: path('folder') });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    `The store ${path('folder')} cannot be opened: set DATELINE_STORE to a file in a folder that the user who runs Dateline can use.\n`,
  );
});

test('an address of PostgreSQL that is wrong stops the start, and its password is not printed', () => {
  const { status, stderr } = start({ ...SLACK, DATABASE_URL: 'mysql://user:s3cret@localhost/dateline' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^DATABASE_URL must be postgres:/);
  expect(stderr).not.toContain('s3cret');
});

test('the chat in the terminal does without a store', () => {
  const { status, stderr } = start({ DATELINE_MODE: 'chat', DATELINE_STORE: path('nowhere/dateline.db') });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
