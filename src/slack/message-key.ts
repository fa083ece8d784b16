import type { Context } from '@slack/bolt';

/** What tells the message of an event from any other. The same message may arrive as several events. */
export function messageKey(team: string, event: { channel: string; ts: string }): string {
  return `message:${team}:${event.channel}:${event.ts}`;
}

/** Whether Slack brings an event again, since it was not acknowledged the first time. */
export function isAgain({ retryNum }: Pick<Context, 'retryNum'>): boolean {
  return (retryNum ?? 0) > 0;
}
