import type { IncomingMessage } from 'node:http';
import type { Journal } from './journal.ts';
import type { Method, MethodContext } from './method.ts';
import { METHODS } from './methods.ts';
import { Refusal } from './refusal.ts';

export interface Credentials {
  botToken: string;
  appToken: string;
}

/** Answers a call of the Web API as Slack does: always with status 200, `ok` or a code. */
export function callMethod(
  name: string,
  request: IncomingMessage,
  args: Record<string, unknown>,
  { credentials, context, journal }: { credentials: Credentials; context: MethodContext; journal: Journal },
): Record<string, unknown> {
  try {
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (!method) throw new Refusal('unknown_method', { req_method: name });
    authorize(method, request.headers.authorization, credentials, context.scopes);
    const result = method.run(args, context);
    journal.add({ kind: 'call', method: name, args });
    return { ok: true, ...result };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    journal.add({ kind: 'call', method: name, args, error: error.code });
    return { ok: false, error: error.code, ...error.data };
  }
}

function authorize(method: Method, header: string | undefined, credentials: Credentials, scopes: readonly string[]) {
  if (header === undefined) throw new Refusal('not_authed');
  const token = header.replace(/^Bearer /, '');
  const [wanted, other] = method.appLevel
    ? [credentials.appToken, credentials.botToken]
    : [credentials.botToken, credentials.appToken];
  if (token === other) throw new Refusal('not_allowed_token_type');
  if (token !== wanted) throw new Refusal('invalid_auth');
  if (method.scope !== undefined && !scopes.includes(method.scope)) {
    throw new Refusal('missing_scope', { needed: method.scope, provided: scopes.join(',') });
  }
}
