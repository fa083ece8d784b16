import { renderNotice } from '../../render/slack-message.ts';
import { saying } from '../reply.ts';
import { changeSubscription } from '../subscriptions/change.ts';
import { endAllMessage } from '../subscriptions/list-view.ts';
import { listedFor } from '../subscriptions/listed.ts';
import { numbered } from '../subscriptions/numbered.ts';
import { orSorry } from '../subscriptions/sorry.ts';
import type { SubCommand } from './sub-command.ts';

/** Ends a digest by its number; asks back before it ends all. */
export const unsubscribe: SubCommand = {
  name: 'unsubscribe',
  usage: 'unsubscribe 2',
  does: 'ends a digest, by its number in the list; “all” ends them all',
  run: async ({ team, channel, user, rest, client }, deps) => {
    const where = { team, channel, user };
    const listed = await listedFor(where, deps.store);
    if (/^all$/i.test(rest) && listed.length > 0) {
      return saying(endAllMessage({ where, listed, dateline: deps.dateline, now: deps.clock() }));
    }
    const found = numbered(listed, rest);
    if ('problem' in found) return saying(renderNotice(found.problem));
    const { id } = found.listed.subscription;
    const change = { subscriber: where, id, change: { do: 'end' } } as const;
    return saying(renderNotice(await orSorry(() => changeSubscription(client, change, deps), deps)));
  },
};
