import { Counter, Histogram, type Registry } from 'prom-client';
import { BoundedLabel } from './bounded-label.ts';

/** What the delivery of digests tells of itself. */
export interface DeliveryMetrics {
  /**
   * A message of the outbox was posted.
   * @param kind that of the digest, or what else the message is, such as `notice`
   * @param latenessSeconds from when it was due until Slack took it
   */
  posted(kind: string, latenessSeconds: number): void;
  /** An attempt failed and the message waits for another. @param code why */
  failed(code: string): void;
  /** A message is held back until somebody retries it. @param code why */
  held(code: string): void;
  /** A message was looked for that may have been posted by an attempt of which nothing is known. */
  inDoubt(result: 'found' | 'absent' | 'unreadable'): void;
  /** Missed runs are made up for by a message that says so. */
  caughtUp(runs: number): void;
  /** Missed runs are given up, since they lie too far back. */
  tooLate(runs: number): void;
}

export function deliveryMetrics(registry: Registry): DeliveryMetrics {
  const registers = [registry];
  const counter = <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const posted = counter(
    'dateline_deliveries_posted_total',
    'Messages of the outbox that were posted, by kind.',
    'kind',
  );
  const failed = counter(
    'dateline_deliveries_failed_total',
    'Attempts to post a message of the outbox that failed, after which it waits for another, by code.',
    'code',
  );
  const held = counter(
    'dateline_deliveries_held_total',
    'Messages of the outbox that were held back until somebody retries them, by code.',
    'code',
  );
  const inDoubt = counter(
    'dateline_deliveries_in_doubt_total',
    'Messages of unknown outcome that were looked for in their channel, by what was found.',
    'result',
  );
  const caughtUp = counter('dateline_runs_caught_up_total', 'Missed runs of subscriptions that were made up for.');
  const tooLate = counter('dateline_runs_too_late_total', 'Missed runs of subscriptions that were given up.');
  const lateness = new Histogram({
    name: 'dateline_delivery_lateness_seconds',
    help: 'Seconds from when a message of the outbox was due until it was posted.',
    labelNames: ['kind'],
    buckets: [1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 6 * 3_600, 24 * 3_600],
    registers,
  });
  for (const result of ['found', 'absent', 'unreadable']) inDoubt.inc({ result }, 0);
  const kinds = new BoundedLabel();
  const codes = new BoundedLabel();
  return {
    posted(named, latenessSeconds) {
      const kind = kinds.of(named);
      posted.inc({ kind });
      // A clock that was set back makes no time negative, and a moment beyond the calendar no number.
      if (Number.isFinite(latenessSeconds)) lateness.observe({ kind }, Math.max(0, latenessSeconds));
    },
    failed: (code) => failed.inc({ code: codes.of(code) }),
    held: (code) => held.inc({ code: codes.of(code) }),
    inDoubt: (result) => inDoubt.inc({ result }),
    caughtUp: (runs) => caughtUp.inc(runs),
    tooLate: (runs) => tooLate.inc(runs),
  };
}
