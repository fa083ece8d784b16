import type { ServerResponse } from 'node:http';
import { webApi } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { StoreError } from '../../store/store-error.ts';
import { describeFailure, unwrapBoltError } from '../failure.ts';
import { UnusableInstallationError } from './kept-installations.ts';
import { type Page, sendPage } from './page.ts';
import { CANCELLED, refusedPage, STALE, STORE_FAILS } from './pages.ts';
import { StaleStateError } from './state-store.ts';

/** What @slack/oauth calls what a browser brought back wrong. */
const STALE_CODES = ['slack_oauth_invalid_state', 'slack_oauth_missing_state', 'slack_oauth_missing_code'];
const CANCELLED_CODE = 'slack_oauth_installer_authorization_error';
/** What it makes of any failure while a state is issued, which happens in the store. */
const NOT_ISSUED_CODE = 'slack_oauth_generate_url_error';
/** What Slack says of a code that was used before or is too old. */
const STALE_AT_SLACK = ['invalid_code', 'code_already_used'];

interface Explanation {
  status: number;
  page: Page;
  /** For the log: what failed, where that is of interest to whoever runs Dateline. */
  code: string;
}

/** Shows a person what became of an installation that failed, and tells the log. Neither holds a code, a state or a token. */
export function sendFailure(response: ServerResponse, error: unknown, log: Log): void {
  const [cause] = unwrapBoltError(error);
  const { status, page, code } = explain(cause);
  if (status >= 500) log.error(describeFailure(cause), 'an installation failed');
  else log.info({ code }, 'an installation was not finished');
  if (response.headersSent) response.end();
  else sendPage(response, status, page);
}

function explain(cause: unknown): Explanation {
  const { code } = cause as { code?: unknown };
  if (code === CANCELLED_CODE) return { status: 200, page: CANCELLED, code: 'cancelled' };
  if (cause instanceof StaleStateError || STALE_CODES.includes(String(code))) {
    return { status: 400, page: STALE, code: 'stale_state' };
  }
  if (cause instanceof StoreError) return { status: 503, page: STORE_FAILS, code: cause.code };
  if (code === NOT_ISSUED_CODE) return { status: 503, page: STORE_FAILS, code: 'state_not_issued' };
  if (cause instanceof UnusableInstallationError) {
    return { status: 502, page: refusedPage(cause.code, cause.remedy), code: cause.code };
  }
  if (cause instanceof webApi.WebAPIPlatformError && STALE_AT_SLACK.includes(cause.data.error)) {
    return { status: 400, page: STALE, code: cause.data.error };
  }
  const failure = describeFailure(cause);
  return 'code' in failure
    ? { status: 502, page: refusedPage(failure.code, failure.remedy), code: failure.code }
    : { status: 500, page: refusedPage('an error of Dateline', 'see its log'), code: failure.error };
}
