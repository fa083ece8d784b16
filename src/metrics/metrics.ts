import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import type { Readiness } from '../health/readiness.ts';
import { within } from '../within.ts';
import { type DeliveryMetrics, deliveryMetrics } from './delivery.ts';
import { healthGauges } from './health.ts';
import { type QuestionMetrics, questionMetrics } from './questions.ts';
import { type SlackMetrics, slackMetrics } from './slack.ts';
import { type Stock, stockGauges } from './stock.ts';
import { type StoreMetrics, storeMetrics } from './store.ts';

/** How long what is collected may take, in milliseconds: Prometheus itself waits for ten seconds. */
const COLLECTION_WAIT = 2_000;

/** What the parts of Dateline count. No label holds an id of a workspace, a channel or a person, or what somebody typed. */
export interface Metrics {
  readonly questions: QuestionMetrics;
  readonly slack: SlackMetrics;
  readonly store: StoreMetrics;
  readonly delivery: DeliveryMetrics;
  /** Has the stock of deliveries counted whenever somebody reads the metrics, by what was given last. */
  collectFrom(stock: () => Promise<Stock>): void;
}

/** The metrics as they are served. */
export interface ServedMetrics extends Metrics {
  /** Shows at each reading whether the process is ready. */
  watchReadiness(readiness: Pick<Readiness, 'check'>): void;
  /** Shows memory, processor time, delays of the event loop and the like of this process. */
  watchProcess(): void;
  /** The media type of the text. */
  readonly contentType: string;
  /** All metrics in Prometheus' text format. What cannot be collected is left out; never throws for that. */
  read(): Promise<string>;
}

/** Metrics with a registry of their own. Where nobody serves them they only count. */
export function createMetrics(): ServedMetrics {
  const registry = new Registry();
  const failures = new Counter({
    name: 'dateline_collection_failures_total',
    help: 'Readings of these metrics in which the stock of deliveries could not be counted.',
    registers: [registry],
  });
  const gauges = stockGauges(registry);
  const collections = new Map<'stock' | 'readiness', () => Promise<void>>();
  return {
    questions: questionMetrics(registry),
    slack: slackMetrics(registry),
    store: storeMetrics(registry),
    delivery: deliveryMetrics(registry),
    collectFrom(stock) {
      collections.set('stock', async () => {
        const counted = await within(COLLECTION_WAIT, stock()).catch(() => undefined);
        if (!counted) failures.inc();
        gauges.show(counted);
      });
    },
    watchReadiness(readiness) {
      const { show } = healthGauges(registry);
      collections.set('readiness', async () => show(await readiness.check()));
    },
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    contentType: registry.contentType,
    async read() {
      await Promise.all([...collections.values()].map((collect) => collect()));
      return registry.metrics();
    },
  };
}
