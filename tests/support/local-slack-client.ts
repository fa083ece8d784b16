import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { CREDENTIALS } from './local-newsroom.ts';

const nothing = () => {};
/** What the clients log on purpose-made failures is of no interest. */
export const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/** Slack's own client, which asks once and tells the first failure. */
export function clientFor({ apiUrl }: Pick<LocalSlack, 'apiUrl'>, token: string | undefined = CREDENTIALS.botToken) {
  return new webApi.WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });
}

/** Calls a method with arguments that the client's types would not let through. */
export async function callRaw(
  slack: Pick<LocalSlack, 'apiUrl'>,
  method: string,
  args: Record<string, unknown>,
  token: string = CREDENTIALS.botToken,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown>;
}
