import type { Subscription } from '../../store/subscriptions.ts';

/** Somebody, and the conversation in which they speak; it is absent on the Home tab. */
export interface Subscriber {
  team: string;
  user: string;
  channel?: string | undefined;
}

/** Whether a conversation is a direct message; what is posted in one, its person alone reads. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/**
 * Whether somebody may change a subscription: who made it, or whoever is in its channel. Slack takes commands and presses in
 * a channel from its members alone.
 */
export function mayChange({ team, user, channel }: Subscriber, subscription: Subscription): boolean {
  if (subscription.team !== team) return false;
  return subscription.user === user || (subscription.channel === channel && !isDirect(subscription.channel));
}
