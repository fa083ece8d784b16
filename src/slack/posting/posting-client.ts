import { type Logger, webApi } from '@slack/bolt';
import type { SlackMetrics } from '../../metrics/slack.ts';
import { clientOptions } from '../client-options.ts';

/** How many calls one workspace's client has under way at once: none waits here for another, while its lease runs. */
const AT_ONCE = 200;

export interface PostingClientSettings {
  apiUrl?: string | undefined;
  logger: Logger;
  /** Told of each attempt that fails. */
  callFailed?: SlackMetrics['callFailed'] | undefined;
  /** How long one call may take, in milliseconds; as long as with any other client where it is left out. */
  timeoutMs?: number | undefined;
}

/**
 * A client of the Web API for what is posted on schedule. It tries once: what is owed is tried again by who owes it. It never
 * waits out a limit, since one client waits for all channels at once, and answers to people would wait with it.
 */
export function postingClient(
  token: string,
  { apiUrl, logger, callFailed, timeoutMs }: PostingClientSettings,
): webApi.WebClient {
  return new webApi.WebClient(token, {
    ...clientOptions(apiUrl, logger, {
      ...(callFailed ? { callFailed } : {}),
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: AT_ONCE,
  });
}
