import { isDeepStrictEqual } from 'node:util';
import type { webApi } from '@slack/bolt';
import { nextRun } from '../../calendar/runs.ts';
import type { DigestOrder } from '../../digest/order.ts';
import type { Subscription } from '../../store/subscriptions.ts';
import type { ListenerDeps } from '../deps.ts';
import { MOST_IN_CHANNEL, MOST_IN_WORKSPACE } from './limits.ts';
import { orderOf } from './listed.ts';
import { refusedOrder } from './may-order.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { previewOf } from './preview.ts';
import type { Subscriber } from './subscriber.ts';
import { tryConversation } from './try-conversation.ts';

export type Subscribed =
  | { outcome: 'made' | 'exists'; subscription: Subscription; order: DigestOrder }
  /** Nothing was stored; `about` tells which part of the wish stands in the way. */
  | { outcome: 'refused'; about: 'digest' | 'channel'; words: string };

const PREVIEW = 'A preview of what would be posted here today; only you see it.';
const PREVIEW_DIRECT = 'A preview of what I would post today.';

/**
 * Makes a subscription, once it is clear that the person may have it and that the bot can post there: the preview is shown
 * in the conversation first. The same order again makes no second one.
 * @param subscriber.channel where it is posted; absent for the person's direct message
 * @throws StoreError, webApi.WebAPICallError; nothing is stored then
 */
export async function subscribe(
  client: webApi.WebClient,
  subscriber: Subscriber,
  order: DigestOrder,
  deps: ListenerDeps,
): Promise<Subscribed> {
  const { team, user } = subscriber;
  const words = refusedOrder(order, subscriber, deps.editors);
  if (words !== undefined) return { outcome: 'refused', about: 'digest', words };
  if (subscriber.channel !== undefined) {
    const before = await standing({ team, channel: subscriber.channel }, order, deps);
    if (before) return before;
  }
  const title = subscriber.channel === undefined ? PREVIEW_DIRECT : PREVIEW;
  const preview = await previewOf({ team, order, title }, deps);
  const tried = await tryConversation(client, subscriber, preview, deps);
  if ('refused' in tried) return { outcome: 'refused', about: 'channel', words: tried.refused };
  const made = await oneAtATime(`subscribing:${team}`, deps, () =>
    make({ team, user, channel: tried.channel }, order, deps),
  );
  return made?.result ?? { outcome: 'refused', about: 'channel', words: BUSY };
}

const BUSY = 'Somebody else sets up a digest at this very moment, so nothing was set up for you. Try again.';

/** Keeps a subscription, unless somebody was faster with the same one or with the last that may be. */
async function make(
  { team, user, channel }: { team: string; user: string; channel: string },
  order: DigestOrder,
  deps: ListenerDeps,
): Promise<Subscribed> {
  const before = await standing({ team, channel }, order, deps);
  if (before) return before;
  const now = deps.clock();
  const nextRunAt = nextRun(order.schedule, now);
  const subscription = await deps.store.subscriptions.add({ team, channel, user, order, nextRunAt }, now);
  const ids = { subscription: subscription.id, team, channel };
  deps.log.info({ ...ids, digest: order.digest, next: nextRunAt }, 'a subscription was made');
  return { outcome: 'made', subscription, order };
}

/** What stands in the way of another subscription: the same one, or too many. */
async function standing(
  { team, channel }: { team: string; channel: string },
  order: DigestOrder,
  { store }: ListenerDeps,
): Promise<Subscribed | undefined> {
  const all = await store.subscriptions.list(team, { limit: MOST_IN_WORKSPACE });
  const same = all.find((other) => other.channel === channel && isDeepStrictEqual(orderOf(other), order));
  if (same) return { outcome: 'exists', subscription: same, order };
  const ofChannel = all.filter((other) => other.channel === channel);
  if (ofChannel.length >= MOST_IN_CHANNEL) return tooMany('channel');
  return all.length >= MOST_IN_WORKSPACE ? tooMany('workspace') : undefined;
}

function tooMany(of: 'channel' | 'workspace'): Subscribed {
  const most = of === 'channel' ? MOST_IN_CHANNEL : MOST_IN_WORKSPACE;
  return {
    outcome: 'refused',
    about: 'channel',
    words: `This ${of} has ${most} digests, and there may be no more. End one first: /dateline subscriptions lists those of a channel.`,
  };
}
