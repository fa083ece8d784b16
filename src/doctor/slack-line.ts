import { webApi } from '@slack/bolt';
import { createLog } from '../log.ts';
import { boltLog } from '../slack/bolt-log.ts';
import { clientOptions } from '../slack/client-options.ts';

/** How long Slack may take to answer, in milliseconds. */
const WAIT = 10_000;

/** A line to Slack's Web API that asks each thing once, and notes what time it is at Slack. */
export class SlackLine {
  readonly #apiUrl: string | undefined;
  readonly #clock: () => Date;
  #ahead: number | undefined;

  constructor(apiUrl: string | undefined, clock: () => Date) {
    this.#apiUrl = apiUrl;
    this.#clock = clock;
  }

  /** By how many milliseconds this machine's clock is ahead of Slack's; undefined while Slack has told no time. */
  get ahead(): number | undefined {
    return this.#ahead;
  }

  client(token?: string): webApi.WebClient {
    return new webApi.WebClient(token, {
      ...clientOptions(this.#apiUrl, boltLog(createLog('silent'))),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: WAIT,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        const told = Date.parse(response.headers.get('date') ?? '');
        if (!Number.isNaN(told)) this.#ahead = this.#clock().getTime() - told;
        return response;
      },
    });
  }
}

/** Whether Slack itself said no; otherwise it could not be asked. */
export function isRefusal(error: unknown): error is webApi.WebAPIPlatformError {
  return error instanceof webApi.WebAPIPlatformError;
}
