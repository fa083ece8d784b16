import { RespondError, webApi } from '@slack/bolt';
import { describeError } from '../log.ts';
import { StoreError } from '../store/store-error.ts';
import { DeliveryHeldError } from './claims.ts';
import { NotInstalledError, UnusableInstallationError } from './oauth/kept-installations.ts';

/** A refusal by Slack as fields of a log line: Slack's code and what the operator can do. */
export interface Failure {
  code: string;
  remedy: string;
}

const REINSTALL = 'copy the current bot token from OAuth & Permissions into SLACK_BOT_TOKEN';

/** What to do about the codes that Slack answers with; docs.slack.dev/reference/methods/chat.postMessage, "Errors". */
const REMEDIES: Record<string, string> = {
  not_in_channel: 'invite the bot to the channel with /invite @Dateline',
  channel_not_found: 'invite the bot to the channel with /invite @Dateline, or check that the channel still exists',
  is_archived: 'the channel is archived: unarchive it or ask elsewhere',
  restricted_action: 'an administrator restricts who may post in the channel: let the bot post there',
  restricted_action_read_only_channel: 'the channel is read-only: let the bot post there or ask elsewhere',
  restricted_action_thread_only_channel: 'the channel takes only replies in threads: let the bot post there',
  invalid_auth: REINSTALL,
  not_authed: REINSTALL,
  token_revoked: `the app was uninstalled or its token revoked: reinstall it and ${REINSTALL}`,
  token_expired: `turn token rotation off, reinstall the app and ${REINSTALL}`,
  account_inactive: `the app was removed from the workspace: reinstall it and ${REINSTALL}`,
  invalid_client_id: 'set SLACK_CLIENT_ID to the client id of the app, from Basic Information > App Credentials',
  bad_client_secret:
    'set SLACK_CLIENT_SECRET to the client secret of the app, from Basic Information > App Credentials',
  bad_redirect_uri:
    'add the address DATELINE_PUBLIC_URL with /slack/oauth_redirect to the redirect URLs of the app, under OAuth & Permissions',
  org_login_required: 'the workspace is being moved to an organisation: wait until that is done',
  team_access_not_granted: 'grant the app access to the workspace in the organisation’s settings',
  invalid_blocks: 'this is a defect in the rendering: report it with the details of this line',
  invalid_blocks_format: 'this is a defect in the rendering: report it with the details of this line',
  msg_blocks_too_long: 'this is a defect in the rendering: report it with the details of this line',
  msg_too_long: 'this is a defect in the rendering: report it with the details of this line',
  no_text: 'this is a defect in the rendering: report it with the details of this line',
};

/** A failed call as fields that are safe to log: never the words of a message, never a credential. */
export function describeFailure(error: unknown): Failure | ReturnType<typeof describeError> {
  if (error instanceof webApi.WebAPIPlatformError) return platformFailure(error);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { code: 'ratelimited', remedy: `Slack asks to wait ${error.retryAfter} s: ask less often` };
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return { code: `http_${error.statusCode}`, remedy: 'Slack or a proxy on the way fails: see status.slack.com' };
  }
  if (error instanceof webApi.WebAPIRequestError) {
    return { code: 'unreachable', remedy: 'Slack cannot be reached: check the network and the proxy' };
  }
  if (error instanceof RespondError) {
    return {
      code: `response_url_${error.statusCode}`,
      remedy: 'the response address is spent after 30 minutes or 5 uses: ask the question again',
    };
  }
  if (error instanceof StoreError) return { code: `store_${error.code}`, remedy: error.remedy };
  if (error instanceof NotInstalledError || error instanceof UnusableInstallationError) {
    return { code: error.code, remedy: error.remedy };
  }
  return describeError(error);
}

/** Codes of Slack's own troubles. */
const PASSING = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited'];

/** Whether the same work may go well in a minute, without anybody mending something in Dateline or in its app. */
export function mayPass(error: unknown): boolean {
  if (error instanceof webApi.WebAPIPlatformError) return PASSING.includes(error.data.error);
  return [
    webApi.WebAPIRateLimitedError,
    webApi.WebAPIHTTPError,
    webApi.WebAPIRequestError,
    StoreError,
    DeliveryHeldError,
  ].some((kind) => error instanceof kind);
}

function platformFailure(error: webApi.WebAPIPlatformError): Failure & { details?: string[]; needed?: string } {
  const { error: code, response_metadata: metadata } = error.data;
  if (code === 'missing_scope') {
    const { needed } = error.data as { needed?: unknown };
    const scope = typeof needed === 'string' ? needed : 'that the call needs';
    return { code, remedy: `add the scope ${scope} to the app as in manifest.yml and reinstall it` };
  }
  const remedy = REMEDIES[code] ?? 'see the code at docs.slack.dev/reference/methods';
  // Slack's own complaints about blocks name a place and a rule, not the words.
  const details = metadata?.messages ?? [];
  return { code, remedy, ...(details.length > 0 ? { details } : {}) };
}

/** The errors inside an error that Bolt wrapped around them: one for each listener that failed. */
export function unwrapBoltError(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const { originals, original } = error as { originals?: unknown[]; original?: unknown };
  if (originals !== undefined) return originals.flatMap(unwrapBoltError);
  // The Web API's own error for a failed request has an original too, and says more than it.
  if (error instanceof webApi.WebAPIRequestError || !(original instanceof Error)) return [error];
  return unwrapBoltError(original);
}
