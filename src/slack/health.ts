import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CustomRoute } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { describeFailure } from './failure.ts';

export const HEALTH_PATH = '/health';

/** How long the store may take to answer, in milliseconds: who asks gives up soon as well. */
const STORE_WAIT = 2_000;

/** What `/health` answers. */
export interface Health {
  ok: boolean;
  store: 'reachable' | 'unreachable';
  slack: 'connected' | 'disconnected';
}

interface HealthTools {
  store: Pick<Store, 'ping'>;
  /** Whether events can reach the bot now. */
  connected(): boolean;
  log: Log;
}

/** `/health`, for a load balancer or a monitor: 200 where Dateline can do its work, 503 where it cannot. */
export function healthRoute(tools: HealthTools): CustomRoute {
  return {
    path: HEALTH_PATH,
    method: ['GET', 'HEAD'],
    handler: (request: IncomingMessage, response: ServerResponse) => void answer(request, response, tools),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, tools: HealthTools): Promise<void> {
  const store = (await reaches(tools)) ? 'reachable' : 'unreachable';
  const slack = tools.connected() ? 'connected' : 'disconnected';
  const health: Health = { ok: store === 'reachable' && slack === 'connected', store, slack };
  response.writeHead(health.ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(health)}\n`);
}

async function reaches({ store, log }: HealthTools): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, STORE_WAIT, false);
  const ping = store.ping().then(
    () => true,
    (error: unknown) => {
      log.warn(describeFailure(error), 'the store cannot be reached');
      return false;
    },
  );
  const reached = await Promise.race([ping, tooLate]);
  clearTimeout(timer);
  return reached;
}
