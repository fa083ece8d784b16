import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { HOME } from '../../src/prepared/home.ts';
import { readPrometheusText, seriesValue } from '../support/prometheus-text.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Metrics of which everything was counted at least once. */
function used() {
  const metrics = createMetrics();
  metrics.questions.answering('mention')('answered');
  metrics.questions.answering('command')('declined');
  metrics.questions.turnedAway();
  metrics.slack.received('app_mention')();
  metrics.slack.duplicate('settled');
  metrics.slack.callFailed('not_in_channel');
  metrics.store.failed('unreachable');
  metrics.delivery.posted('week-ahead', 3);
  metrics.delivery.failed('http_503');
  metrics.delivery.held('is_archived');
  metrics.delivery.inDoubt('found');
  metrics.delivery.caughtUp(2);
  metrics.delivery.tooLate(4);
  metrics.collectFrom(async () => ({
    outbox: { waiting: 2, held: 1 },
    subscriptions: { active: 7 },
    oldestWaitingSeconds: 12.5,
  }));
  metrics.watchReadiness({
    check: async () => ({ ok: false, process: 'running', store: 'unreachable', slack: 'connected' }),
  });
  return metrics;
}

test('each part tells what it counted', async () => {
  const read = readPrometheusText(await used().read());
  const values = (...series: [string, Record<string, string>?][]) => series.map((each) => seriesValue(read, ...each));
  expect(
    values(
      ['dateline_questions_total', { door: 'mention', status: 'answered' }],
      ['dateline_questions_total', { door: 'mention', status: 'failed' }],
      ['dateline_questions_unanswered_total', { reason: 'declined' }],
      ['dateline_questions_unanswered_total', { reason: 'too-many' }],
      ['dateline_answer_seconds_count', { door: 'command' }],
      ['dateline_slack_events_received_total', { type: 'app_mention' }],
      ['dateline_slack_event_seconds_count', { type: 'app_mention' }],
      ['dateline_slack_events_duplicate_total', { found: 'settled' }],
      ['dateline_slack_call_failures_total', { code: 'not_in_channel' }],
      ['dateline_store_failures_total', { code: 'unreachable' }],
    ),
  ).toEqual([1, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(
    values(
      ['dateline_deliveries_posted_total', { kind: 'week-ahead' }],
      ['dateline_delivery_lateness_seconds_sum', { kind: 'week-ahead' }],
      ['dateline_deliveries_failed_total', { code: 'http_503' }],
      ['dateline_deliveries_held_total', { code: 'is_archived' }],
      ['dateline_deliveries_in_doubt_total', { result: 'found' }],
      ['dateline_runs_caught_up_total'],
      ['dateline_runs_too_late_total'],
      ['dateline_outbox_deliveries', { state: 'waiting' }],
      ['dateline_subscriptions', { state: 'active' }],
      ['dateline_outbox_oldest_waiting_seconds'],
      ['dateline_ready'],
      ['dateline_store_reachable'],
      ['dateline_slack_connected'],
    ),
  ).toEqual([1, 3, 1, 1, 1, 2, 4, 2, 7, 12.5, 0, 0, 1]);
});

test('the document lists every metric with its type, labels and meaning', async () => {
  const document = readFileSync(join(HOME, 'docs/metrics.md'), 'utf8');
  const rows = [...document.matchAll(/^\| `(dateline_\w+)` +\| (\w+) +\| (.*?) +\| (.*?) +\|$/gm)];
  const listed = rows.map(([, name, type, labels, help]) => ({ name, type, labels, help }));
  const read = [...readPrometheusText(await used().read())].map(([name, { type, help, samples }]) => {
    const labels = new Set(samples.flatMap(({ labels: each }) => Object.keys(each)).filter((label) => label !== 'le'));
    return { name, type, labels: [...labels].map((label) => `\`${label}\``).join(', '), help };
  });
  expect(listed.toSorted((a, b) => (a.name! < b.name! ? -1 : 1))).toEqual(
    read.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
});

test('names keep to the conventions of Prometheus', async () => {
  for (const [name, { type }] of readPrometheusText(await used().read())) {
    expect(name).toMatch(/^dateline_[a-z_]+$/);
    expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    if (type === 'histogram') expect(name).toMatch(/_seconds$/);
  }
});

test('whatever is counted, the text can be read, and no label has more than a hundred values and "other"', async () => {
  const name = fc.oneof(fc.string(), fc.stringMatching(/^[a-z][a-z_]{0,20}$/));
  await fc.assert(
    fc.asyncProperty(fc.array(name, { maxLength: 300 }), fc.double({ noNaN: true }), async (names, seconds) => {
      const metrics = createMetrics();
      for (const each of names) {
        metrics.slack.received(each)();
        metrics.slack.callFailed(each);
        metrics.delivery.posted(each, seconds);
        metrics.delivery.held(each);
      }
      for (const { samples } of readPrometheusText(await metrics.read()).values()) {
        for (const label of ['type', 'code', 'kind']) {
          const values = new Set(samples.flatMap(({ labels }) => labels[label] ?? []));
          expect(values.size).toBeLessThanOrEqual(101);
          for (const value of values) expect(value).toMatch(/^[a-z][a-z0-9_-]*$/);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('ids and tokens become no label', async () => {
  const metrics = createMetrics();
  for (const value of ['C0NEWS', 'U0ALICE', 'xoxb-1-local', 'https://hooks.slack.com/1']) {
    metrics.slack.callFailed(value);
    metrics.delivery.failed(value);
  }
  const text = await metrics.read();
  expect(text).not.toMatch(/C0NEWS|U0ALICE|xoxb-1-local|hooks/);
  expect(seriesValue(readPrometheusText(text), 'dateline_slack_call_failures_total', { code: 'other' })).toBe(4);
});

test('a stock that cannot be counted any more is left out, and the rest is told', async () => {
  const metrics = used();
  await metrics.read();
  metrics.collectFrom(() => Promise.reject(new Error('gone')));
  const read = readPrometheusText(await metrics.read());
  expect(read.get('dateline_outbox_deliveries')?.samples).toEqual([]);
  expect(read.get('dateline_outbox_oldest_waiting_seconds')?.samples).toEqual([]);
  expect(seriesValue(read, 'dateline_collection_failures_total')).toBe(1);
  expect(seriesValue(read, 'dateline_runs_caught_up_total')).toBe(2);
});

test('a stock that takes too long is not waited for', async () => {
  vi.useFakeTimers();
  const metrics = createMetrics();
  metrics.collectFrom(() => new Promise(() => {}));
  const reading = metrics.read();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(seriesValue(readPrometheusText(await reading), 'dateline_collection_failures_total')).toBe(1);
});

test('nothing that waits is nought, and so is a message that a clock made early', async () => {
  const metrics = createMetrics();
  metrics.collectFrom(async () => ({ outbox: {}, subscriptions: {}, oldestWaitingSeconds: null }));
  metrics.delivery.posted('on-this-day', -86_400);
  const read = readPrometheusText(await metrics.read());
  expect(seriesValue(read, 'dateline_outbox_oldest_waiting_seconds')).toBe(0);
  expect(seriesValue(read, 'dateline_delivery_lateness_seconds_sum', { kind: 'on-this-day' })).toBe(0);
});
