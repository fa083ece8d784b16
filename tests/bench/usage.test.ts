import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../../src/prepared/home.ts';

test.each([
  ['cold-start.ts', ['many']],
  ['cold-start.ts', ['0']],
  ['answer-time.ts', ['1.5']],
  ['answer-time.ts', ['']],
  ['any-question.ts', ['10', 'seed']],
  ['noise.ts', ['--show']],
  ['removal.ts', []],
])('bench/%s does not start with %j, and says how it does', (name, args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(HOME, 'bench', name), ...args], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^usage: n.* [[A-Z]/);
});
