import { saying } from '../reply.ts';
import { listMessage } from '../subscriptions/list-view.ts';
import { listedFor } from '../subscriptions/listed.ts';
import type { SubCommand } from './sub-command.ts';

/** Lists the digests of the channel; in a direct message those that the person set up. */
export const subscriptions: SubCommand = {
  name: 'subscriptions',
  usage: 'subscriptions',
  does: 'lists the digests of this channel, to snooze or end them',
  run: async ({ team, channel, user }, deps) => {
    const where = { team, channel, user };
    const listed = await listedFor(where, deps.store);
    return saying(listMessage({ where, listed, dateline: deps.dateline, now: deps.clock() }));
  },
};
