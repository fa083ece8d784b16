import { daysOfRun } from '../../calendar/days-of-run.ts';
import { runsBetween } from '../../calendar/runs.ts';
import { DigestComposer } from '../../delivery/compose-message.ts';
import type { DigestWindow } from '../../digest/digest.ts';
import type { DigestOrder } from '../../digest/order.ts';
import { escapeMrkdwn } from '../../render/mrkdwn.ts';
import { smallPrint } from '../../render/parts.ts';
import type { SlackMessage } from '../../render/slack-message.ts';
import type { ListenerDeps } from '../deps.ts';
import { fallbackText } from './fallback-text.ts';

/** Since when something is new to a preview at the latest, in milliseconds: a month and a day. */
const LONGEST = 32 * 24 * 60 * 60_000;

/**
 * What an order would post if it ran now.
 * @param since after which moment something is new; the run before now where it is absent
 * @param title in small print above it
 * @throws StoreError where the store cannot tell what it needs
 */
export async function previewOf(
  { team, order, since, title }: { team: string; order: DigestOrder; since?: Date | undefined; title: string },
  { dateline, store, clock }: Pick<ListenerDeps, 'dateline' | 'store' | 'clock'>,
): Promise<SlackMessage> {
  const composer = new DigestComposer(dateline, store);
  const { empty, message } = await composer.compose(team, order, windowOf(order, clock(), since));
  const { text, blocks } = message;
  const silent = empty && order.emptyDays === 'silent';
  const words = escapeMrkdwn(silent ? `${title} Nothing is posted on such a day.` : title);
  return { text: fallbackText([words, text]), blocks: [smallPrint(words), ...blocks] };
}

function windowOf({ schedule }: DigestOrder, now: Date, since: Date | undefined): DigestWindow {
  const start = new Date(now.getTime() - LONGEST);
  const before = since ?? runsBetween(schedule, start, now).at(-1) ?? start;
  return { days: daysOfRun(schedule, now), since: before, until: now, due: [now], late: false };
}
