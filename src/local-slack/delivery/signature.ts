import { createHmac } from 'node:crypto';

/** The headers that prove that a request comes from Slack; docs.slack.dev/authentication/verifying-requests-from-slack. */
export function signatureHeaders(secret: string, body: string, unixSeconds: number): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${unixSeconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(unixSeconds), 'x-slack-signature': `v0=${hash}` };
}
