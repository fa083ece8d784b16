import type { ActionsBlock, ConfirmationDialog, KnownBlock } from '@slack/types';
import type { Dateline } from '../../dateline.ts';
import { truncate } from '../../render/limits.ts';
import { escapeMrkdwn } from '../../render/mrkdwn.ts';
import { button, plain, section, smallPrint } from '../../render/parts.ts';
import type { SlackMessage } from '../../render/slack-message.ts';
import { fallbackText } from './fallback-text.ts';
import type { Listed } from './listed.ts';
import { isDirect, type Subscriber } from './subscriber.ts';
import { subscriptionMrkdwn } from './subscription-words.ts';

/** Subscriptions on one page: their buttons and dialogs are most of what a message may weigh. */
export const PER_PAGE = 5;

/** Longest notice above a list, in characters: escaped, it still fits a section. */
const NOTICE = 500;

/** What buttons under a list do. Each id ends with the number in the list; on the Home tab it begins with `home_`. */
export const LIST_ACTIONS = ['snooze_week', 'snooze_until', 'unsnooze', 'resume', 'end'] as const;
export type ListAction = (typeof LIST_ACTIONS)[number];

export const LIST_ACTION = /^subscription_(snooze_week|snooze_until|unsnooze|resume|end)_\d+$/;
export const TURN_LIST = /^subscriptions_page_(back|on)$/;
export const NEW_DIGEST = 'new_digest';
export const END_ALL = 'subscriptions_end_all';

/** Stands before the id of a subscription in the id of its row, since a date that is chosen carries no value. */
export const ROW = 'subscription/';

export interface ShownList {
  where: Subscriber;
  listed: readonly Listed[];
  dateline: Dateline;
  now: Date;
}

/**
 * The subscriptions of a place with what can be done to them.
 * @param page counted from 0; one past the end shows the last
 * @param notice what has just been done
 */
export function listMessage(
  shown: ShownList,
  { page = 0, notice }: { page?: number; notice?: string | undefined } = {},
): SlackMessage {
  const { where, listed } = shown;
  const at = Math.max(0, Math.min(page, Math.ceil(listed.length / PER_PAGE) - 1));
  const head = headOf(shown);
  const told = notice === undefined ? [] : [escapeMrkdwn(truncate(notice, NOTICE))];
  const rows = listed.slice(at * PER_PAGE, (at + 1) * PER_PAGE);
  return {
    text: fallbackText([...told, head, ...rows.map((row) => subscriptionMrkdwn(row, where, shown))]),
    blocks: [
      ...told.map((words) => section(words)),
      section(head),
      ...rows.flatMap((row) => rowOf(row, shown)),
      ...pages(listed.length, at),
      { type: 'actions', elements: [button(NEW_DIGEST, 'New digest …')] },
    ],
  };
}

function headOf({ where, listed }: ShownList): string {
  const place = where.channel === undefined || isDirect(where.channel) ? 'that you set up' : 'in this channel';
  if (listed.length === 0) {
    return `There are no digests ${place}. Order one: \`/dateline subscribe digest daily 08:30 Europe/London weekdays\`.`;
  }
  return `${listed.length} ${listed.length === 1 ? 'digest' : 'digests'} ${place}:`;
}

/** @param prefix what stands before the ids of the buttons */
export function rowOf(listed: Listed, { where, dateline, now }: ShownList, prefix = ''): KnownBlock[] {
  return [section(subscriptionMrkdwn(listed, where, { dateline, now })), buttonsOf(listed, now, prefix)];
}

function buttonsOf({ number, subscription }: Listed, now: Date, prefix: string): ActionsBlock {
  const { id, paused, snoozedUntil } = subscription;
  const action = (does: ListAction) => `${prefix}subscription_${does}_${number}`;
  const snoozed = snoozedUntil !== null && snoozedUntil > now;
  return {
    type: 'actions',
    block_id: `${ROW}${id}`,
    elements: [
      ...(paused ? [button(action('resume'), 'Resume', id, 'primary')] : []),
      ...(snoozed
        ? [button(action('unsnooze'), 'End the snooze', id)]
        : [button(action('snooze_week'), 'Snooze a week', id)]),
      { type: 'datepicker', action_id: action('snooze_until'), placeholder: plain('Snooze until …', 150) },
      { ...button(action('end'), 'Unsubscribe', id, 'danger'), confirm: CONFIRM },
    ],
  };
}

const CONFIRM: ConfirmationDialog = {
  title: plain('Unsubscribe?', 100),
  text: plain('Nothing more of it is posted. It cannot be brought back, but ordered anew.', 300),
  confirm: plain('Unsubscribe', 30),
  deny: plain('Keep it', 30),
  style: 'danger',
};

function pages(count: number, at: number): KnownBlock[] {
  const last = Math.ceil(count / PER_PAGE) - 1;
  if (last < 1) return [];
  return [
    smallPrint(`Page ${at + 1} of ${last + 1}`),
    {
      type: 'actions',
      elements: [
        ...(at > 0 ? [button('subscriptions_page_back', 'Back', String(at - 1))] : []),
        ...(at < last ? [button('subscriptions_page_on', 'More', String(at + 1))] : []),
      ],
    },
  ];
}

/** Asks whether all subscriptions of a place are to end. The button tells until when they were made: no later one is meant. */
export function endAllMessage({ where, listed, now }: ShownList): SlackMessage {
  const place =
    where.channel === undefined || isDirect(where.channel) ? 'that you set up, in whatever channel' : 'in this channel';
  const words = `That ends ${listed.length === 1 ? 'the one digest' : `all ${listed.length} digests`} ${place}.`;
  return {
    text: words,
    blocks: [
      section(words),
      {
        type: 'actions',
        elements: [
          button(END_ALL, listed.length === 1 ? 'End it' : `End all ${listed.length}`, String(now.getTime()), 'danger'),
        ],
      },
    ],
  };
}
