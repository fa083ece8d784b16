import type { Logger, webApi } from '@slack/bolt';
import type { SlackMetrics } from '../metrics/slack.ts';
import { countFailures } from './count-failures.ts';

/** How long one call of the Web API or of a response address may take, in milliseconds. Slack's own default is for ever. */
const CALL_TIMEOUT = 10_000;

interface CallTools {
  /** Told of each attempt that fails. */
  callFailed?: SlackMetrics['callFailed'];
  /** How long one call may take, in milliseconds. */
  timeout?: number;
}

/**
 * Options of the Web API client that answers people: a few quick retries, since an answer half an hour late (the
 * client's default of ten retries) is worse than none.
 */
export function clientOptions(
  apiUrl: string | undefined,
  logger: Logger,
  { callFailed = () => {}, timeout = CALL_TIMEOUT }: CallTools = {},
): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    logger,
    timeout,
    retryConfig: { retries: 3, minTimeout: 250, maxTimeout: 2000, factor: 2 },
    // Bolt calls response addresses with this fetch and sets no timeout of its own.
    fetch: (url, init) => {
      const limit = AbortSignal.timeout(timeout);
      const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
      return countFailures(fetch(url, { ...init, signal }), callFailed);
    },
  };
}
