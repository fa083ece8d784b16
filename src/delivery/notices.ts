import { renderNotice } from '../render/slack-message.ts';
import type { ClaimedDelivery, NewDelivery, PausedSubscription } from '../store/outbox.ts';
import type { OwedMessage } from './owed-message.ts';

/** How to get at one's subscriptions, for the end of a notice. */
const RESUME = 'Once that is mended, press Resume in /dateline subscriptions.';

/** Tells a person that their subscription is paused, and why. */
export function pausedNotice(paused: PausedSubscription, remedy: string, now: Date): NewDelivery {
  return notice(
    { team: paused.team, channel: paused.user, key: `paused:${paused.id}:${now.getTime()}` },
    now,
    `I have paused a digest that you set up: Slack does not let me post in the channel (${paused.channel}). What to do: ${remedy}. ${RESUME}`,
  );
}

/** Tells the editors of a delivery that does not go through. */
export function heldNotice(
  delivery: ClaimedDelivery,
  editorsChannel: string,
  { reason, remedy, now }: { reason: string; remedy: string; now: Date },
): NewDelivery {
  return notice(
    { team: delivery.team, channel: editorsChannel, key: `held:${delivery.key}:${now.getTime()}` },
    now,
    `A digest for the channel ${delivery.channel} is held back: ${reason}. What to do: ${remedy}. Then whoever runs Dateline runs "dateline outbox retry".`,
  );
}

function notice(to: Pick<NewDelivery, 'team' | 'channel' | 'key'>, now: Date, words: string): NewDelivery {
  const message: OwedMessage = { kind: 'notice', dueAt: now.getTime(), ...renderNotice(words) };
  return { ...to, subscription: null, message };
}
