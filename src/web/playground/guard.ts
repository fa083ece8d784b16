import type { IncomingHttpHeaders } from 'node:http';

/** Names under which a browser on this machine reaches the page. */
const OWN_NAMES = ['localhost', '127.0.0.1'];

/**
 * Headers of every answer. The page runs its own files alone, loads nothing from elsewhere, turns no text into markup,
 * and stands in no frame of another page.
 */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Why a request is turned away: the status, and a sentence for whoever sent it. */
export interface TurnedAway {
  status: number;
  message: string;
}

/** Whether the request names this machine: another site can make its own name lead here (DNS rebinding). */
export function foreignHost({ host }: IncomingHttpHeaders): TurnedAway | undefined {
  const name = /^([^:]+)(?::\d{1,5})?$/.exec(host ?? '')?.[1];
  if (name !== undefined && OWN_NAMES.includes(name.toLowerCase())) return undefined;
  return { status: 421, message: 'The playground answers to localhost and 127.0.0.1 only.' };
}

/** Whether a request that does something comes from the page itself, and not from one of another site. */
export function foreignPost(headers: IncomingHttpHeaders): TurnedAway | undefined {
  const { host, origin, 'sec-fetch-site': site, 'content-type': type } = headers;
  const ownOrigin = origin === undefined || origin === `http://${host}`;
  if (!ownOrigin || (site !== undefined && site !== 'same-origin')) {
    return { status: 403, message: 'Only the playground’s own page may do that.' };
  }
  // A form of another site cannot send JSON without asking first.
  if (!/^application\/json(?:;|$)/.test(type ?? '')) return { status: 415, message: 'Send JSON.' };
  return undefined;
}
