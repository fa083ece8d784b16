import { webApi } from '@slack/bolt';
import type { Posting } from '../../delivery/poster.ts';
import { describeFailure, mayPass } from '../failure.ts';

/** Codes with which Slack says that a channel takes nothing any more: docs.slack.dev/reference/methods/chat.postMessage. */
const CLOSED = [
  'is_archived',
  'channel_not_found',
  'not_in_channel',
  'channel_is_archived',
  'user_not_found',
  'user_disabled',
];

/** Codes of a trouble of Slack's own, after which it may have posted the message or not. */
const DOUBTFUL = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable'];

/** Codes with which Slack refuses the token. Once the operator has mended it, what is owed goes out by itself. */
const TOKEN_REFUSED = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
];

/** Faults of a connection that was never made, so that nothing can have been sent. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** What a call that failed tells of the message that it was to post. */
export function postingOutcome(error: unknown): Exclude<Posting, { outcome: 'posted' }> {
  const { code, remedy } = reasonOf(error);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { outcome: 'rate-limited', waitMs: error.retryAfter * 1_000 };
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    if (CLOSED.includes(code)) return { outcome: 'channel-closed', code, remedy };
    if (DOUBTFUL.includes(code)) return { outcome: 'unknown', code, remedy };
    return { outcome: mayPass(error) || TOKEN_REFUSED.includes(code) ? 'failed' : 'refused', code, remedy };
  }
  if (error instanceof webApi.WebAPIRequestError && NEVER_SENT.includes(causeOf(error))) {
    return { outcome: 'failed', code, remedy };
  }
  // A refusal by a proxy or by the gate of the Web API comes before any work; anything else may have come after it.
  if (error instanceof webApi.WebAPIHTTPError && error.statusCode < 500) return { outcome: 'failed', code, remedy };
  if (error instanceof webApi.WebAPIHTTPError || error instanceof webApi.WebAPIRequestError) {
    return { outcome: 'unknown', code, remedy };
  }
  // The store could not give the token, or the like: Slack was never called.
  return { outcome: 'failed', code, remedy };
}

/** Why a call failed, for a log. */
export function reasonOf(error: unknown): { code: string; remedy: string } {
  const failure = describeFailure(error);
  if ('code' in failure) return { code: failure.code, remedy: failure.remedy };
  return { code: failure.error, remedy: 'this is a defect: report it with the lines of the log around it' };
}

/** The code of the innermost error, in which Node names what is wrong with a connection. */
function causeOf(error: unknown): string {
  let at: unknown = error;
  let code = '';
  for (let depth = 0; depth < 10 && at instanceof Error; depth += 1) {
    const own: unknown = (at as { code?: unknown }).code;
    if (typeof own === 'string') code = own;
    at = at.cause ?? (at as { original?: unknown }).original;
  }
  return code;
}
