import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { run } from '../support/captured-console.ts';
import { doctorBench } from '../support/doctor-bench.ts';
import { startNewsroom } from '../support/local-newsroom.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const path = temporaryFolder();
let slack: LocalSlack;
beforeEach(async () => {
  slack = await startNewsroom();
  for (const [name, value] of Object.entries(doctorBench(slack, path()).environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await slack.close();
});

test('ends with 0 where there is no problem, warnings or not', async () => {
  const { status, lines, errors } = await run('doctor');
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(lines[0]).toBe('ok           configuration  mode socket, one workspace');
  expect(lines.at(-1)).toBe('0 problems, 1 warning');
});

test('ends with 1 where there is a problem', async () => {
  vi.stubEnv('SLACK_BOT_TOKEN', 'xoxb-1-wrong');
  const { status, lines } = await run('doctor', '--online');
  expect(status).toBe(1);
  expect(lines.at(-1)).toBe('1 problem, 1 warning, 2 not checked');
});

test('speaks JSON', async () => {
  const { status, lines } = await run('doctor', '--json');
  expect([status, lines.length]).toEqual([0, 1]);
  const { ok, findings } = JSON.parse(lines[0]!);
  expect(ok).toBe(true);
  expect(findings[0]).toEqual({ check: 'configuration', level: 'ok', message: 'mode socket, one workspace' });
  vi.stubEnv('SLACK_APP_TOKEN', 'xapp-1-wrong');
  const broken = await run('doctor', '--json');
  expect([broken.status, JSON.parse(broken.out).ok]).toEqual([1, false]);
});

test('looks at another manifest', async () => {
  const { status, out } = await run('doctor', '--manifest', path('none.yml'));
  expect(status).toBe(1);
  expect(out).toContain(`${path('none.yml')} cannot be read`);
});

test.each([[['doctor', 'more']], [['manifest', '--url', 'http://a.example.org']]])(
  '%j is typed wrong',
  async (args) => {
    expect(await run(...args)).toMatchObject({ status: 2, out: '' });
  },
);
