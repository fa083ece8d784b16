import type { CustomRoute } from '@slack/bolt';
import type { Readiness, ReadinessReport } from '../health/readiness.ts';
import { sendReport } from '../health/send-report.ts';

export const HEALTH_PATH = '/health';
export const READY_PATH = '/ready';

/** What `/health` answers. */
export type Health = Pick<ReadinessReport, 'ok' | 'store' | 'slack'>;

/**
 * What a load balancer or a monitor may ask at the public address. `/health`: whether Dateline can do its work; `/ready`:
 * whether new work may be sent to this process, which is not so during its start and its stop. 200 where it is, 503 where
 * it is not.
 */
export function healthRoutes(readiness: Readiness): CustomRoute[] {
  const route = (path: string, report: () => Promise<{ ok: boolean }>): CustomRoute => ({
    path,
    method: ['GET', 'HEAD'],
    handler: (request, response) => void report().then((told) => sendReport(request, response, told)),
  });
  return [
    route(HEALTH_PATH, async () => healthOf(await readiness.check())),
    route(READY_PATH, () => readiness.check()),
  ];
}

function healthOf({ store, slack }: ReadinessReport): Health {
  return { ok: store === 'reachable' && slack === 'connected', store, slack };
}
