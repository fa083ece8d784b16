import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readiness } from '../../health/readiness.ts';
import { sendReport } from '../../health/send-report.ts';
import type { ServedMetrics } from '../../metrics/metrics.ts';

export interface OperationsSources {
  readiness: Pick<Readiness, 'check'>;
  metrics: Pick<ServedMetrics, 'read' | 'contentType'>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, sources: OperationsSources) => Promise<void>;

const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  // That it is answered at all says that the process lives; only a dead one is to be started again.
  ['/health', async (request, response) => sendReport(request, response, { ok: true })],
  ['/ready', async (request, response, { readiness }) => sendReport(request, response, await readiness.check())],
  ['/metrics', sendMetrics],
]);

/** Answers one request of a monitor: `/health`, `/ready` or `/metrics`; all can only be read. */
export async function serveOperations(
  request: IncomingMessage,
  response: ServerResponse,
  sources: OperationsSources,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  const path = /^[^?]*/.exec(request.url ?? '')?.[0] ?? '';
  const answer = ANSWERS.get(path);
  if (!answer) return turnAway(response, 404);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return turnAway(response, 405);
  }
  await answer(request, response, sources);
}

async function sendMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  { metrics }: OperationsSources,
): Promise<void> {
  const text = await metrics.read();
  response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : text);
}

function turnAway(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
