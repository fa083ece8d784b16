import type { Logger, webApi } from '@slack/bolt';

/** How long one call of the Web API or of a response address may take, in milliseconds. Slack's own default is for ever. */
const CALL_TIMEOUT = 10_000;

/**
 * Options of the Web API client that answers people: a few quick retries, since an answer half an hour late (the
 * client's default of ten retries) is worse than none.
 * @param timeout how long one call may take, in milliseconds
 */
export function clientOptions(
  apiUrl: string | undefined,
  logger: Logger,
  timeout = CALL_TIMEOUT,
): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    logger,
    timeout,
    retryConfig: { retries: 3, minTimeout: 250, maxTimeout: 2000, factor: 2 },
    // Bolt calls response addresses with this fetch and sets no timeout of its own.
    fetch: (url, init) => {
      const limit = AbortSignal.timeout(timeout);
      return fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit });
    },
  };
}
