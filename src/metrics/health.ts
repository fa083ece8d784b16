import { Gauge, type Registry } from 'prom-client';
import type { ReadinessReport } from '../health/readiness.ts';

export interface HealthGauges {
  show(report: ReadinessReport): void;
}

export function healthGauges(registry: Registry): HealthGauges {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const ready = gauge(
    'dateline_ready',
    'Whether the process takes work: 1, or 0 in its start, its stop and in trouble.',
  );
  const store = gauge('dateline_store_reachable', 'Whether the store answers: 1 or 0.');
  const slack = gauge('dateline_slack_connected', 'Whether what Slack sends can reach the process: 1 or 0.');
  return {
    show(report) {
      ready.set(Number(report.ok));
      store.set(Number(report.store === 'reachable'));
      slack.set(Number(report.slack === 'connected'));
    },
  };
}
