import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalSlack } from '../../local-slack/local-slack.ts';
import { CannotDo } from '../../local-slack/people/cannot-do.ts';
import { describeError, type Log } from '../../log.ts';
import { BadAct, perform, readAct } from './acts.ts';
import { foreignHost, foreignPost, SAFE_HEADERS, type TurnedAway } from './guard.ts';
import type { LiveUpdates } from './live-updates.ts';
import type { PageFile } from './page-files.ts';

export interface ServeTools {
  slack: LocalSlack;
  files: ReadonlyMap<string, PageFile>;
  live: LiveUpdates;
  log: Log;
}

/** Largest body of a request, in bytes: the longest message that Slack takes, and then some. */
const LARGEST_BODY = 256 * 1024;

/** Answers one request of the page: its own files, what a person sees (`/live`), a file that was posted
 * (`/file`), what a person does (`/act`). */
export async function serve(request: IncomingMessage, response: ServerResponse, tools: ServeTools): Promise<void> {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
  const turnedAway = foreignHost(request.headers);
  if (turnedAway) return turnAway(response, turnedAway);
  const url = URL.parse(request.url ?? '/', 'http://localhost');
  if (!url) return turnAway(response, { status: 400, message: 'That address cannot be read.' });
  if (url.pathname === '/act') return serveAct(request, response, tools);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return turnAway(response, { status: 405, message: 'That can only be read.' });
  }
  if (url.pathname === '/live') return serveLive(url, response, tools);
  if (url.pathname === '/file') return serveDownload(url, response, tools);
  const file = tools.files.get(url.pathname);
  if (!file) return turnAway(response, { status: 404, message: 'There is nothing here.' });
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.content.length });
  response.end(request.method === 'HEAD' ? undefined : file.content);
}

function serveLive(url: URL, response: ServerResponse, { slack, live }: ServeTools): void {
  const user = url.searchParams.get('user') ?? '';
  if (slack.workspace.people.has(user)) live.follow(user, response);
  else turnAway(response, { status: 404, message: 'There is nobody so named.' });
}

/** A file that somebody sees in a message: to be saved, never to be run or drawn by the browser. */
function serveDownload({ searchParams: asked }: URL, response: ServerResponse, { slack }: ServeTools): void {
  try {
    const { name, content } = slack.people.download(asked.get('user') ?? '', asked.get('id') ?? '');
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
    response.end(content);
  } catch (error) {
    if (!(error instanceof CannotDo)) throw error;
    turnAway(response, { status: 404, message: error.message });
  }
}

async function serveAct(request: IncomingMessage, response: ServerResponse, tools: ServeTools): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return turnAway(response, { status: 405, message: 'Acts are posted.' });
  }
  const turnedAway = foreignPost(request.headers);
  if (turnedAway) return turnAway(response, turnedAway);
  try {
    const result = await perform(tools.slack, readAct(await readJson(request)));
    sendJson(response, 200, result);
  } catch (error) {
    turnAway(response, failureOf(error, tools.log));
  }
}

function failureOf(error: unknown, log: Log): TurnedAway {
  if (error instanceof TooLarge) return { status: 413, message: 'That is too much at once.' };
  if (error instanceof BadAct) return { status: 400, message: error.message };
  log.error(describeError(error), 'the playground could not do what its page asked for');
  return { status: 500, message: 'Something went wrong; it is in the log.' };
}

class TooLarge extends Error {}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new TooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw new BadAct('That is not JSON.', { cause: error });
  }
}

function turnAway(response: ServerResponse, { status, message }: TurnedAway): void {
  // What is left of a body that was not read must not be taken for the next request.
  if (status === 413) response.setHeader('connection', 'close');
  sendJson(response, status, { error: message });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
