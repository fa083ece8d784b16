import { Counter, Histogram, type Registry } from 'prom-client';
import { BoundedLabel } from './bounded-label.ts';

/** In what state a delivery was found that had come before. */
export type Duplicate = 'settled' | 'under-way';

export interface SlackMetrics {
  /**
   * Something came from Slack.
   * @param type the type of the event or interaction, or `command`
   * @returns a function to be called when the work on it is done
   */
  received(type: string): () => void;
  /** A delivery was dropped that was dealt with before, or is at this moment. */
  duplicate(found: Duplicate): void;
  /** A call to Slack failed, or an attempt of one. @param code Slack's code, `http_` with the status, or `unreachable` */
  callFailed(code: string): void;
}

export function slackMetrics(registry: Registry): SlackMetrics {
  const registers = [registry];
  const received = new Counter({
    name: 'dateline_slack_events_received_total',
    help: 'Events, commands and interactions that Slack delivered, by type, repeated ones too.',
    labelNames: ['type'],
    registers,
  });
  const seconds = new Histogram({
    name: 'dateline_slack_event_seconds',
    help: 'Seconds from the receipt of an event, command or interaction until all was done about it, posting included.',
    labelNames: ['type'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const duplicates = new Counter({
    name: 'dateline_slack_events_duplicate_total',
    help: 'Deliveries that were not dealt with again: settled before, or under-way in this or another process.',
    labelNames: ['found'],
    registers,
  });
  const failures = new Counter({
    name: 'dateline_slack_call_failures_total',
    help: 'Failed attempts to call Slack, by code: that of Slack, http_ with the status, or unreachable.',
    labelNames: ['code'],
    registers,
  });
  for (const found of ['settled', 'under-way'] satisfies Duplicate[]) duplicates.inc({ found }, 0);
  const types = new BoundedLabel();
  const codes = new BoundedLabel();
  return {
    received(named) {
      const type = types.of(named);
      received.inc({ type });
      const end = seconds.startTimer({ type });
      return () => void end();
    },
    duplicate: (found) => duplicates.inc({ found }),
    callFailed: (code) => failures.inc({ code: codes.of(code) }),
  };
}
