import { webApi } from '@slack/bolt';
import { StoreError } from '../../store/store-error.ts';
import type { ListenerDeps } from '../deps.ts';
import { describeFailure } from '../failure.ts';

const SLACK_ERRORS = [
  webApi.WebAPIPlatformError,
  webApi.WebAPIRateLimitedError,
  webApi.WebAPIHTTPError,
  webApi.WebAPIRequestError,
];

const SORRY = 'That did not go through just now, and nothing was changed. Try again in a minute.';

/**
 * Does some work; where the store or Slack fails, the log says why, and the person is told that nothing was changed.
 * @param sorry makes what is returned then; the words themselves where it is left out
 */
export async function orSorry<Result = string>(
  work: () => Promise<Result>,
  { log }: Pick<ListenerDeps, 'log'>,
  sorry: (words: string) => Result = (words) => words as Result,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (![StoreError, ...SLACK_ERRORS].some((kind) => error instanceof kind)) throw error;
    log.error(describeFailure(error), 'a subscription could not be changed');
    return sorry(SORRY);
  }
}
