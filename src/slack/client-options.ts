import type { Logger, webApi } from '@slack/bolt';
import type { SlackMetrics } from '../metrics/slack.ts';
import { countFailures } from './count-failures.ts';

/** How long one call of the Web API or of a response address may take, in milliseconds. Slack's own default is for ever. */
const CALL_TIMEOUT = 10_000;

/**
 * Options of the Web API client that answers people: a few quick retries, since an answer half an hour late (the
 * client's default of ten retries) is worse than none.
 * @param callFailed told of each attempt that fails
 */
export function clientOptions(
  apiUrl: string | undefined,
  logger: Logger,
  callFailed: SlackMetrics['callFailed'] = () => {},
): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    logger,
    timeout: CALL_TIMEOUT,
    retryConfig: { retries: 3, minTimeout: 250, maxTimeout: 2000, factor: 2 },
    // Bolt calls response addresses with this fetch and sets no timeout of its own.
    fetch: (url, init) => {
      const limit = AbortSignal.timeout(CALL_TIMEOUT);
      const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
      return countFailures(fetch(url, { ...init, signal }), callFailed);
    },
  };
}
