import { renderNotice } from '../../render/slack-message.ts';
import { saying } from '../reply.ts';
import { askerZone } from '../subscriptions/asker-zone.ts';
import { confirmation } from '../subscriptions/confirmation.ts';
import { problemsMessage, readTyped } from '../subscriptions/read-typed.ts';
import { orSorry } from '../subscriptions/sorry.ts';
import { subscribe as setUp } from '../subscriptions/subscribe.ts';
import type { SubCommand } from './sub-command.ts';

/** Sets up a digest in the channel, or in the direct message, where it is typed. */
export const subscribe: SubCommand = {
  name: 'subscribe',
  usage: 'subscribe digest daily 08:30 Europe/London weekdays',
  does: 'posts a digest here, again and again: daily, week-ahead, reminders and more',
  run: async ({ team, channel, user, rest, client }, deps) => {
    const read = readTyped(rest, deps.dateline);
    if ('problems' in read) return saying(problemsMessage(read.problems));
    return orSorry(
      async () => {
        const done = await setUp(client, { team, channel, user }, read.order, deps);
        if (done.outcome === 'refused') return saying(renderNotice(done.words));
        const zone = await askerZone(client, user, deps);
        return saying(confirmation(done, { dateline: deps.dateline, now: deps.clock(), zone }));
      },
      deps,
      (words) => saying(renderNotice(words)),
    );
  },
};
