import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, type Json } from './json.ts';
import { Refusal } from './refusal.ts';

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What was uploaded: the body as it is, or the first part of a form. Nothing where a form cannot be read. */
export async function uploadedContent(type: string, bytes: Buffer): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return bytes;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  const [part] = form ? [...form.values()] : [];
  return typeof part === 'string' || part === undefined
    ? Buffer.from(part ?? '')
    : Buffer.from(await part.arrayBuffer());
}

/**
 * The fields of a request's body and address. In a form Slack's clients send objects as JSON strings.
 * @throws Refusal with Slack's code for a body that cannot be read
 */
export function parseBody(request: IncomingMessage, bytes: Buffer): Json {
  const text = bytes.toString('utf8');
  const inAddress = fromForm(new URL(request.url ?? '/', 'http://localhost').searchParams);
  if (text === '') return inAddress;
  const type = request.headers['content-type'] ?? '';
  if (type === '') throw new Refusal('missing_post_type');
  if (type.startsWith('application/json')) return { ...inAddress, ...jsonObject(text) };
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { ...inAddress, ...fromForm(new URLSearchParams(text)) };
  throw new Refusal('invalid_post_type');
}

function jsonObject(text: string): Json {
  const value = parsedJson(text);
  if (!isObject(value)) throw new Refusal('invalid_json');
  return value;
}

/** Arguments that are objects or lists, which a form carries as JSON. */
const STRUCTURED = ['blocks', 'attachments', 'metadata', 'view', 'prompts', 'files', 'message', 'loading_messages'];
const BROKEN: Readonly<Record<string, string>> = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_attachments',
  metadata: 'invalid_metadata_format',
};

function fromForm(form: URLSearchParams): Json {
  return Object.fromEntries(
    [...form].map(([key, value]) => [key, STRUCTURED.includes(key) ? structured(key, value) : value]),
  );
}

function structured(key: string, value: string): unknown {
  const parsed = parsedJson(value);
  if (parsed === undefined) throw new Refusal(BROKEN[key] ?? 'invalid_arguments');
  return parsed;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
