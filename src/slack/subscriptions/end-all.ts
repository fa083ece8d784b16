import type { ListenerDeps } from '../deps.ts';
import { listedFor } from './listed.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * Ends all subscriptions of a place that were made until a moment.
 * @returns words for the person who asked
 * @throws StoreError; some may have ended then
 */
export async function endAll(
  { where, until }: { where: Subscriber; until: Date },
  { store, log }: Pick<ListenerDeps, 'store' | 'log'>,
): Promise<string> {
  const meant = (await listedFor(where, store)).filter(({ subscription }) => subscription.createdAt <= until);
  let ended = 0;
  for (const { subscription } of meant) {
    if (await store.subscriptions.remove({ team: where.team, id: subscription.id })) ended += 1;
  }
  if (ended === 0) return 'None of them is there any more, so there is nothing to end.';
  log.info({ team: where.team, channel: where.channel, ended }, 'subscriptions were ended');
  return ended === 1 ? 'Ended: one digest.' : `Ended: ${ended} digests.`;
}
