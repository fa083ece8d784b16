import { renderNotice } from '../../render/slack-message.ts';
import { saying } from '../reply.ts';
import { changeSubscription } from '../subscriptions/change.ts';
import { listedFor } from '../subscriptions/listed.ts';
import { numbered } from '../subscriptions/numbered.ts';
import { readSnooze } from '../subscriptions/read-snooze.ts';
import { orSorry } from '../subscriptions/sorry.ts';
import type { SubCommand } from './sub-command.ts';

/** Lets a digest rest for a while, or wakes it. */
export const snooze: SubCommand = {
  name: 'snooze',
  usage: 'snooze 2 until 3 january',
  does: 'lets a digest rest until a day, “for 2 weeks”, or no longer with “off”',
  run: async ({ team, channel, user, rest, client }, deps) => {
    const where = { team, channel, user };
    const [, number = '', length = ''] = /^(#?\d+(?=\s|$))?\s*(.*)$/su.exec(rest) ?? [];
    const found = numbered(await listedFor(where, deps.store), number);
    if ('problem' in found) return saying(renderNotice(found.problem));
    const read = readSnooze(length, deps.dateline, deps.clock());
    if ('problem' in read) return saying(renderNotice(read.problem));
    const { id } = found.listed.subscription;
    const change = { subscriber: where, id, change: { do: 'snooze', until: read.until } } as const;
    return saying(renderNotice(await orSorry(() => changeSubscription(client, change, deps), deps)));
  },
};
