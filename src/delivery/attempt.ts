import type { Log } from '../log.ts';
import type { DeliveryMetrics } from '../metrics/delivery.ts';
import type { ClaimedDelivery, OutboxRepository } from '../store/outbox.ts';
import type { Clock } from './clock.ts';
import { heldNotice, pausedNotice } from './notices.ts';
import { readOwedMessage } from './owed-message.ts';
import type { Finding, Poster, Posting } from './poster.ts';
import { isGivenUp, LEASE_NEEDED, LONGEST_REST, PACE, pauseAfter, SETTLING } from './retry-policy.ts';

export interface AttemptTools {
  outbox: OutboxRepository;
  poster: Poster;
  clock: Clock;
  log: Log;
  metrics: DeliveryMetrics;
  /** Where editors are told of what does not go through; absent where they are not. */
  editorsChannel?: string | undefined;
  /** What is done with a post of unknown outcome whose channel may not be read: it is held back, or sent again. */
  unknownPosts: 'hold' | 'send';
}

/** How far back a post of unknown outcome is looked for before it was due: clocks differ, and may have leapt. */
const CLOCKS_DIFFER = 25 * 60 * 60_000;

/**
 * Tries to post a claimed delivery once, and keeps what became of it. Where an earlier attempt may have arrived, it is looked
 * for first, and nothing is sent that is found.
 * @throws StoreError where the outcome cannot be kept; the delivery is in doubt then, and looked for when its lease is over
 */
export async function attempt(delivery: ClaimedDelivery, tools: AttemptTools): Promise<void> {
  const { outbox, clock } = tools;
  if (delivery.inDoubt && (await isSettledByLooking(delivery, tools))) return;
  // Who was held up for so long might post when somebody else has claimed it already.
  if (delivery.leaseUntil.getTime() - (await clock.now()).getTime() < LEASE_NEEDED) {
    await (delivery.inDoubt ? postpone(delivery, 'held_up', 0, tools) : outbox.release(delivery));
    return;
  }
  await keep(delivery, await tools.poster.post(delivery), tools);
}

/** Whether nothing is left to send, now that an earlier attempt was looked for. */
async function isSettledByLooking(delivery: ClaimedDelivery, tools: AttemptTools): Promise<boolean> {
  const { poster, clock, metrics, unknownPosts } = tools;
  const now = await clock.now();
  const { dueAt } = readOwedMessage(delivery.message) ?? { dueAt: now.getTime() };
  const finding = await poster.find(delivery, new Date(Math.min(dueAt, now.getTime()) - CLOCKS_DIFFER));
  if (finding.outcome === 'found' || finding.outcome === 'absent' || finding.outcome === 'unreadable') {
    metrics.inDoubt(finding.outcome);
  }
  switch (finding.outcome) {
    case 'found':
      await markPosted(delivery, finding.messageTs, tools, 'found in its channel');
      return true;
    case 'absent':
      return false;
    case 'unreadable':
      if (unknownPosts === 'send') return false;
      // Who retries it has looked into the channel, so it is in doubt no longer.
      await hold(delivery, { ...unreadable(finding), inDoubt: false }, tools);
      return true;
    case 'rate-limited':
      await rest(delivery, finding.waitMs, true, tools);
      return true;
    case 'failed':
      await giveUpOrWait(delivery, { ...finding, inDoubt: true }, tools);
      return true;
  }
}

function unreadable({ code, remedy }: Extract<Finding, { outcome: 'unreadable' }>) {
  return {
    code: 'history_unreadable',
    remedy: `look whether it stands in the channel, drop it if so, and retry it otherwise; that I may look myself (${code}): ${remedy}`,
  };
}

async function keep(delivery: ClaimedDelivery, posting: Posting, tools: AttemptTools): Promise<void> {
  switch (posting.outcome) {
    case 'posted':
      return markPosted(delivery, posting.messageTs, tools, 'posted');
    case 'rate-limited':
      return rest(delivery, posting.waitMs, false, tools);
    case 'failed':
      return giveUpOrWait(delivery, { ...posting, inDoubt: false }, tools);
    case 'unknown':
      return giveUpOrWait(delivery, { ...posting, inDoubt: true }, tools);
    case 'refused':
      return hold(delivery, { ...posting, inDoubt: false }, tools);
    case 'channel-closed':
      return delivery.subscription === null
        ? hold(delivery, { ...posting, inDoubt: false }, tools)
        : pause(delivery, posting, tools);
  }
}

async function markPosted(
  delivery: ClaimedDelivery,
  messageTs: string,
  { outbox, clock, log, metrics }: AttemptTools,
  how: string,
): Promise<void> {
  const now = await clock.now();
  const held = await outbox.markPosted(delivery, { messageTs, now, channelFreeAt: later(now, PACE) });
  const owed = readOwedMessage(delivery.message);
  const lateness = Math.max(0, now.getTime() - (owed?.dueAt ?? now.getTime())) / 1_000;
  if (held) metrics.posted(owed?.kind ?? 'unknown', lateness);
  log.info({ ...idsOf(delivery), messageTs, lateness, claimed: held }, `a delivery was ${how}`);
}

/** Leaves the channel alone for as long as Slack asks. */
async function rest(delivery: ClaimedDelivery, waitMs: number, inDoubt: boolean, tools: AttemptTools): Promise<void> {
  tools.metrics.failed('ratelimited');
  await postpone(delivery, 'ratelimited', Math.min(Math.max(waitMs, PACE), LONGEST_REST), tools, inDoubt);
}

interface Trouble {
  code: string;
  remedy: string;
  inDoubt: boolean;
}

async function giveUpOrWait(delivery: ClaimedDelivery, trouble: Trouble, tools: AttemptTools): Promise<void> {
  tools.metrics.failed(trouble.code);
  if (isGivenUp(delivery, await tools.clock.now())) {
    await hold(delivery, trouble, tools);
    return;
  }
  const pause = pauseAfter(delivery.attempts);
  await postpone(delivery, trouble.code, trouble.inDoubt ? Math.max(pause, SETTLING) : pause, tools, trouble.inDoubt);
}

async function postpone(
  delivery: ClaimedDelivery,
  reason: string,
  waitMs: number,
  { outbox, clock, log }: AttemptTools,
  inDoubt = delivery.inDoubt,
): Promise<void> {
  const notBefore = later(await clock.now(), waitMs);
  await outbox.postpone(delivery, { notBefore, reason, inDoubt, channelFreeAt: notBefore });
  log.warn({ ...idsOf(delivery), code: reason, waitMs, inDoubt }, 'a delivery has to wait');
}

async function hold(delivery: ClaimedDelivery, { code, remedy, inDoubt }: Trouble, tools: AttemptTools): Promise<void> {
  const { outbox, clock, log, metrics, editorsChannel } = tools;
  const now = await clock.now();
  // A notice that does not go through is told of in the log alone, lest notices breed notices.
  const tells = editorsChannel !== undefined && delivery.subscription !== null && editorsChannel !== delivery.channel;
  const notices = tells ? [heldNotice(delivery, editorsChannel, { reason: code, remedy, now })] : [];
  await outbox.hold(delivery, { reason: code, inDoubt, now, notices, channelFreeAt: later(now, PACE) });
  metrics.held(code);
  log.error({ ...idsOf(delivery), code, remedy }, 'a delivery is held back until somebody retries it');
}

async function pause(
  delivery: ClaimedDelivery,
  { code, remedy }: { code: string; remedy: string },
  { outbox, clock, log, metrics }: AttemptTools,
): Promise<void> {
  const now = await clock.now();
  const paused = await outbox.pauseChannel(delivery, {
    reason: code,
    now,
    notices: (subscriptions) => subscriptions.map((subscription) => pausedNotice(subscription, remedy, now)),
  });
  metrics.held(code);
  const subscriptions = paused?.map(({ id }) => id) ?? [];
  log.error({ ...idsOf(delivery), code, remedy, subscriptions }, 'the subscriptions of a channel are paused');
}

function idsOf({ key, team, channel, subscription, attempts }: ClaimedDelivery) {
  return { delivery: key, team, channel, subscription, attempts };
}

function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}
