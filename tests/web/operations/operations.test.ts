import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Readiness } from '../../../src/health/readiness.ts';
import { createMetrics, type ServedMetrics } from '../../../src/metrics/metrics.ts';
import { countStoreFailures } from '../../../src/metrics/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Operations, startOperations } from '../../../src/web/operations/operations.ts';
import { OperationsStartError } from '../../../src/web/operations/start-error.ts';
import { readPrometheusText, seriesValue } from '../../support/prometheus-text.ts';
import { memoryLog } from '../../support/slack-bench.ts';
import { failureOf, useSqlite } from '../../support/stores.ts';

const place = useSqlite();
const HOST = '127.0.0.1';
const log = memoryLog().log;

let metrics: ServedMetrics;
let readiness: Readiness;
let store: Store;
let operations: Operations;
beforeEach(async () => {
  metrics = createMetrics();
  readiness = new Readiness(log);
  store = countStoreFailures(await place().open(), metrics.store);
  metrics.watchReadiness(readiness);
  metrics.watchProcess();
  operations = await startOperations({ host: HOST, port: 0 }, { readiness, metrics, log });
});
afterEach(() => operations.stop());

const ask = (path: string, init: RequestInit = {}) => fetch(`http://${HOST}:${operations.port}${path}`, init);

test('from the first moment it is alive, and ready when the start is done', async () => {
  const alive = await ask('/health');
  expect([alive.status, await alive.json()]).toEqual([200, { ok: true }]);
  expect((await ask('/ready')).status).toBe(503);
  readiness.watch({ store, connected: () => true });
  readiness.begin();
  const ready = await ask('/ready');
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { ok: true, process: 'running', store: 'reachable', slack: 'connected' },
  ]);
});

test('a process without its store is alive and unready, and a scrape still answers', async () => {
  readiness.watch({ store, connected: () => true });
  readiness.begin();
  metrics.collectFrom(async () => {
    await store.ping();
    return { outbox: { waiting: 1 }, subscriptions: {}, oldestWaitingSeconds: null };
  });
  metrics.questions.answering('mention')('answered');
  const scrape = async () => readPrometheusText(await (await ask('/metrics')).text());
  expect(seriesValue(await scrape(), 'dateline_outbox_deliveries', { state: 'waiting' })).toBe(1);

  await store.close();
  expect((await ask('/health')).status).toBe(200);
  const ready = await ask('/ready');
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { ok: false, process: 'running', store: 'unreachable', slack: 'connected' },
  ]);
  const read = await scrape();
  expect(read.get('dateline_outbox_deliveries')?.samples).toEqual([]);
  expect(seriesValue(read, 'dateline_store_reachable')).toBe(0);
  expect(seriesValue(read, 'dateline_store_failures_total', { code: 'closed' })).toBeGreaterThan(0);
  expect(seriesValue(read, 'dateline_questions_total', { door: 'mention', status: 'answered' })).toBe(1);
});

test('the metrics are in the format that Prometheus reads, those of the process among them', async () => {
  const response = await ask('/metrics');
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const read = readPrometheusText(await response.text());
  expect(seriesValue(read, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(seriesValue(read, 'dateline_ready')).toBe(0);
});

test('there is nothing else, and nothing can be changed', async () => {
  for (const path of ['/', '/metrics/', '/health/x', '/slack/events', '/..%2fmetrics']) {
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  }
  for (const path of ['/health', '/ready', '/metrics']) {
    const refused = await ask(path, { method: 'POST' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([path === '/ready' ? 503 : 200, '']);
  }
  expect((await ask('/health?from=balancer')).status).toBe(200);
});

test('it opens the address that it is told, and no other', async () => {
  expect(await failureOf(fetch(`http://127.0.0.2:${operations.port}/health`))).toBeInstanceOf(TypeError);
});

test('a port that is taken, and an address that is not of this machine, are told with what to do', async () => {
  const taken = createServer().listen(0, HOST);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const tools = { readiness, metrics, log };
  const inUse = await failureOf(startOperations({ host: HOST, port }, tools));
  expect(inUse).toBeInstanceOf(OperationsStartError);
  expect(inUse.message).toBe(`Port ${port} is in use: set DATELINE_OPERATIONS_PORT to another one.`);
  taken.close();
  const elsewhere = await failureOf(startOperations({ host: '192.0.2.1', port: 0 }, tools));
  expect(elsewhere.message).toMatch(/EADDRNOTAVAIL.*set DATELINE_OPERATIONS_HOST to an address of this machine/);
});
