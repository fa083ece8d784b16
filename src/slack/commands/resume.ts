import { renderNotice } from '../../render/slack-message.ts';
import { saying } from '../reply.ts';
import { changeSubscription } from '../subscriptions/change.ts';
import { listedFor } from '../subscriptions/listed.ts';
import { numbered } from '../subscriptions/numbered.ts';
import { orSorry } from '../subscriptions/sorry.ts';
import type { SubCommand } from './sub-command.ts';

/** Lets a digest go on that was paused because it could not be posted. */
export const resume: SubCommand = {
  name: 'resume',
  usage: 'resume 2',
  does: 'lets a digest go on that was paused',
  run: async ({ team, channel, user, rest, client }, deps) => {
    const where = { team, channel, user };
    const found = numbered(await listedFor(where, deps.store), rest);
    if ('problem' in found) return saying(renderNotice(found.problem));
    const { id } = found.listed.subscription;
    const change = { subscriber: where, id, change: { do: 'resume' } } as const;
    return saying(renderNotice(await orSorry(() => changeSubscription(client, change, deps), deps)));
  },
};
