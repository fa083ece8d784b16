import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OAuthBench, startOAuthBench } from '../support/oauth-bench.ts';

let bench: OAuthBench;
beforeEach(async () => {
  bench = await startOAuthBench();
});
afterEach(() => bench.stop());

const health = (method = 'GET') => fetch(`${bench.url}/health`, { method });

test('is well while the store and Slack can be reached', async () => {
  const response = await health();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ok: true, store: 'reachable', slack: 'connected' });
  const head = await health('HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('is not well while the store cannot be reached, and the log says why', async () => {
  await bench.store.close();
  const response = await health();
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ ok: false, store: 'unreachable', slack: 'connected' });
  expect(await bench.logLine(({ code }) => code === 'store_closed')).toMatchObject({ level: 'warn' });
});

test('an event that comes while the store cannot be reached is not acknowledged, so that Slack brings it again', async () => {
  await bench.install('T0NEWSDESK');
  await bench.store.close();
  void bench.mention('T0NEWSDESK');
  await bench.slack.journal.until('undelivered');
  expect(bench.slack.journal.all('acknowledged')).toEqual([]);
});

test('/ready says at the public address whether new work may be sent here, and no metrics are there', async () => {
  const ready = () => fetch(`${bench.url}/ready`);
  const well = await ready();
  expect([well.status, await well.json()]).toEqual([
    200,
    { ok: true, process: 'running', store: 'reachable', slack: 'connected' },
  ]);
  expect((await fetch(`${bench.url}/metrics`)).status).toBe(404);
  await bench.store.close();
  const lost = await ready();
  expect([lost.status, await lost.json()]).toMatchObject([503, { process: 'running', store: 'unreachable' }]);
});
