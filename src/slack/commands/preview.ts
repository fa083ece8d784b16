import { renderNotice } from '../../render/slack-message.ts';
import type { ListenerDeps } from '../deps.ts';
import { type Reply, saying } from '../reply.ts';
import { askerZone } from '../subscriptions/asker-zone.ts';
import { type Listed, listedFor } from '../subscriptions/listed.ts';
import { refusedOrder } from '../subscriptions/may-order.ts';
import { numbered } from '../subscriptions/numbered.ts';
import { previewOf } from '../subscriptions/preview.ts';
import { problemsMessage, readWithoutTime } from '../subscriptions/read-typed.ts';
import type { Subscriber } from '../subscriptions/subscriber.ts';
import { orderWords } from '../subscriptions/subscription-words.ts';
import type { SubCommand, Typed } from './sub-command.ts';

/** How many digests are shown at once: a response address takes five messages. */
const SHOWN = 4;

/** Shows what the digests of a channel, or an order that need not name a time, would post today. */
export const preview: SubCommand = {
  name: 'preview',
  usage: 'preview',
  does: 'shows what the digests here would post today; or any, as in “preview digest place:Erbil”',
  run: async (typed, deps) => {
    const { team, channel, user, rest } = typed;
    if (rest !== '' && !/^#?\d+$/.test(rest)) return previewTyped(typed, deps);
    const where = { team, channel, user };
    const all = await listedFor(where, deps.store);
    const found = rest === '' ? undefined : numbered(all, rest);
    if (found && 'problem' in found) return saying(renderNotice(found.problem));
    if (all.length === 0) {
      return saying(
        renderNotice('There are no digests here. To see any, name it: /dateline preview digest place:Erbil'),
      );
    }
    const meant = found ? [found.listed] : all.slice(0, SHOWN);
    const shown = await Promise.all(meant.map((listed) => previewListed(listed, where, deps)));
    const left = found ? 0 : all.length - meant.length;
    if (left === 0) return shown;
    const more = `… and ${left} more: /dateline preview ${SHOWN + 1} shows the next.`;
    return [...shown, saying(renderNotice(more))];
  },
};

async function previewListed(listed: Listed, where: Subscriber, deps: ListenerDeps): Promise<Reply> {
  const { number, subscription, order } = listed;
  const { team, channel, lastRunAt, createdAt } = subscription;
  const words = `${number}. ${orderWords(listed, deps.dateline)}`;
  if (!order) return saying(renderNotice(words));
  const refused = refusedOrder(order, { ...where, channel: where.channel ?? channel }, deps.editors);
  if (refused !== undefined) return saying(renderNotice(`${words}: ${refused}`));
  return saying(
    await previewOf({ team, order, since: lastRunAt ?? createdAt, title: `${words}: what it would post today.` }, deps),
  );
}

async function previewTyped({ team, channel, user, rest, client }: Typed, deps: ListenerDeps): Promise<Reply> {
  const zone = await askerZone(client, user, deps);
  const read = readWithoutTime(rest, deps.dateline, zone);
  if ('problems' in read) return saying(problemsMessage(read.problems));
  const refused = refusedOrder(read.order, { team, channel, user }, deps.editors);
  if (refused !== undefined) return saying(renderNotice(refused));
  const title = 'What such a digest would post today.';
  return saying(await previewOf({ team, order: read.order, title }, deps));
}
