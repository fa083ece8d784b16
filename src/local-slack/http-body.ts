import type { IncomingMessage, ServerResponse } from 'node:http';

/** The fields of a request's body, form or JSON. In a form Slack's clients send objects as JSON strings. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(text);
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, fromForm(key, value)]));
}

const OBJECTS = ['blocks', 'metadata'];

function fromForm(key: string, value: string): unknown {
  return OBJECTS.includes(key) ? JSON.parse(value) : value;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
