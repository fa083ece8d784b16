import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChannelPace } from './channel-pace.ts';
import type { Fault, Faults } from './faults.ts';
import { parseBody, readBytes, sendJson, uploadedContent } from './http-body.ts';
import type { Json } from './json.ts';
import { authorizeInBrowser } from './oauth/authorize.ts';
import { Refusal } from './refusal.ts';
import type { ResponseUrls } from './response-urls.ts';
import { answerCall, type CallTools } from './web-api/call.ts';

export interface ServeTools {
  call: CallTools;
  faults: Faults;
  pace: ChannelPace;
  responses: ResponseUrls;
  /** Nothing is answered before this. */
  gate(): Promise<void>;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Answers a request, whatever part of Slack it is for. */
export async function serve(request: IncomingMessage, response: ServerResponse, tools: ServeTools): Promise<void> {
  response.setHeader('date', new Date(tools.call.state.clock.now()).toUTCString());
  const host = new URL(`http://${request.headers.host ?? ''}`).hostname;
  // A page of another site that made its own name lead here must not read what is here.
  if (!LOOPBACK.includes(host)) {
    sendJson(response, 421, { ok: false, error: 'misdirected_request' });
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const bytes = await readBytes(request);
  await tools.gate();
  const [, area = '', name = ''] = url.pathname.split('/');
  if (area === 'api') return serveCall(name, request, response, bytes, tools);
  if (area === 'response') return serveResponse(url.pathname, request, response, bytes, tools);
  if (area === 'upload') return serveUpload(name, request, response, bytes, tools);
  if (area === 'files') return serveFile(name, request, response, tools);
  if (url.pathname === '/oauth/v2/authorize') return servePage(url, request, response, bytes, tools);
  sendJson(response, 404, { ok: false, error: 'not_found' });
}

async function serveCall(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  tools: ServeTools,
) {
  const planned = tools.faults.next(name);
  if (planned && !planned.afterEffect && (await suffer(name, planned.fault, response, tools))) return;
  let answer: Json;
  try {
    const args = parseBody(request, bytes);
    const wait = name === 'chat.postMessage' ? tools.pace.take(String(args.channel)) : undefined;
    if (wait !== undefined) return tooFast(name, wait, response, tools);
    answer = answerCall(name, request.headers.authorization, args, tools.call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer = { ok: false, error: error.code, ...error.data };
    tools.call.journal.add({ kind: 'call', method: name, args: {}, answer, error: error.code });
  }
  if (planned?.afterEffect && (await suffer(name, planned.fault, response, tools))) return;
  sendJson(response, 200, answer, scopesHeader(request.headers.authorization, tools));
}

/** With every answer Slack tells what the token of the call may do. */
function scopesHeader(authorization: string | undefined, { call: { state } }: ServeTools): Record<string, string> {
  const token = authorization?.replace(/^Bearer /, '');
  const installation = state.installations.all().find((each) => each.token === token);
  return installation ? { 'x-oauth-scopes': installation.scopes.join(',') } : {};
}

function tooFast(
  method: string,
  retryAfter: number,
  response: ServerResponse,
  { call: { journal } }: ServeTools,
): void {
  journal.add({ kind: 'fault', method, fault: 'rate-limit' });
  sendTooMany(response, retryAfter);
}

/** @param retryAfter seconds */
function sendTooMany(response: ServerResponse, retryAfter: number): void {
  sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(retryAfter) });
}

/** Lets a call go wrong. @returns whether that was its answer */
async function suffer(
  method: string,
  fault: Fault,
  response: ServerResponse,
  { call: { journal } }: ServeTools,
): Promise<boolean> {
  journal.add({ kind: 'fault', method, fault: fault.kind });
  switch (fault.kind) {
    case 'wait':
      await fault.until;
      return false;
    case 'drop':
      response.socket?.destroy();
      return true;
    case 'rate-limit':
      sendTooMany(response, fault.retryAfter);
      return true;
    case 'status':
      response.writeHead(fault.status).end();
      return true;
    case 'refusal':
      sendJson(response, 200, { ok: false, error: fault.code });
      return true;
  }
}

function serveResponse(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  tools: ServeTools,
): void {
  const { journal } = tools.call;
  let body: Json = {};
  try {
    body = parseBody(request, bytes);
    tools.responses.accept(path, body);
    journal.add({ kind: 'responded', status: 200, body });
    sendJson(response, 200, { ok: true });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = error.code.endsWith('_url') ? 404 : 400;
    journal.add({ kind: 'responded', status, body, error: error.code });
    sendJson(response, status, { ok: false, error: error.code, ...error.data });
  }
}

async function serveUpload(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  { call: { state } }: ServeTools,
): Promise<void> {
  const content = await uploadedContent(request.headers['content-type'] ?? '', bytes);
  const fits = state.files.receive(id, content);
  response.writeHead(fits ? 200 : 400, { 'content-type': 'text/plain' });
  response.end(fits ? `OK - ${content.length}` : 'The upload does not fit what was announced');
}

/** A file's content, for who holds a token. */
function serveFile(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  { call: { state } }: ServeTools,
): void {
  const file = state.files.find(id);
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  const allowed = state.installations.all().some((installation) => installation.token === token);
  if (!file?.content || !allowed) {
    sendJson(response, 404, { ok: false, error: 'file_not_found' });
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });
  response.end(file.content);
}

function servePage(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  { call: { state } }: ServeTools,
): void {
  const form = request.method === 'POST' ? Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) : undefined;
  const answer = authorizeInBrowser(state, url, form);
  if (answer.status === 302) response.writeHead(302, { location: answer.location }).end();
  else response.writeHead(answer.status, { 'content-type': 'text/html; charset=utf-8' }).end(answer.page);
}
