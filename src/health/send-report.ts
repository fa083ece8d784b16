import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a question for the state of the process: 200 where all is well, else 503, with what is the matter as JSON. */
export function sendReport(request: IncomingMessage, response: ServerResponse, report: { ok: boolean }): void {
  response.writeHead(report.ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(report)}\n`);
}
