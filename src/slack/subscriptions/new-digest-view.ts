import type { InputBlock, ModalView } from '@slack/types';
import { DIGEST_TITLES } from '../../digest/describe-order.ts';
import { DIGEST_KINDS } from '../../digest/order.ts';
import { plain } from '../../render/parts.ts';
import type { SlackMessage } from '../../render/slack-message.ts';

export const NEW_DIGEST_VIEW = 'new_digest';
export const HOME_NEW_DIGEST_VIEW = 'home_new_digest';

/** The inputs: each is the id of its block and of the element in it. */
export const DIGEST_INPUT = {
  digest: 'digest',
  channel: 'channel',
  days: 'days',
  time: 'time',
  zone: 'zone',
  filters: 'filters',
  extras: 'extras',
  cron: 'cron',
} as const;

/** Longest texts that are taken, in characters; together they stay below what an order may be long. */
export const LONGEST = { zone: 100, filters: 600, cron: 100 } as const;

/** Days as they are chosen, by the words with which they are typed in an order. */
const DAYS: readonly (readonly [words: string, label: string])[] = [
  ['daily', 'Every day'],
  ['weekdays', 'Weekdays, Monday to Friday'],
  ['monday', 'Mondays'],
  ['tuesday', 'Tuesdays'],
  ['wednesday', 'Wednesdays'],
  ['thursday', 'Thursdays'],
  ['friday', 'Fridays'],
  ['saturday', 'Saturdays'],
  ['sunday', 'Sundays'],
  ['1st', 'The first of each month'],
  ['first weekday', 'The first weekday of each month'],
];

/** What is chosen besides, by the words with which it is typed in an order. */
const EXTRAS: readonly (readonly [words: string, label: string])[] = [
  ['milestones', 'Milestones only: 1, 5, 10, 20, 25, 50, 75, 100 years'],
  ['empty:say', 'Also when there is nothing to tell'],
];

export interface NewDigest {
  /** `new_digest`, or the same from the Home tab. */
  callbackId: typeof NEW_DIGEST_VIEW | typeof HOME_NEW_DIGEST_VIEW;
  /** The channel that is chosen at first; absent for none. */
  channel?: string | undefined;
  /** The zone that stands there at first; absent where nobody knows the person's. */
  zone?: string | undefined;
  /** Whether the digest for editors is offered. */
  forEditors: boolean;
}

/** The form for a new digest. */
export function newDigestView({ callbackId, channel, zone, forEditors }: NewDigest): ModalView {
  const kinds = DIGEST_KINDS.filter((kind) => kind !== 'editors' || forEditors);
  const digests = kinds.map((kind) => option(kind, DIGEST_TITLES[kind]));
  const days = DAYS.map(([words, label]) => option(words, label));
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain('New digest', 24),
    submit: plain('Set up', 24),
    close: plain('Cancel', 24),
    blocks: [
      input('digest', 'What is posted?', {
        element: { type: 'static_select', action_id: 'digest', options: digests, initial_option: digests[0]! },
      }),
      input('channel', 'Where?', {
        optional: true,
        hint: 'I must be in the channel. Leave it empty for your direct message with me.',
        element: {
          type: 'conversations_select',
          action_id: 'channel',
          filter: { include: ['public', 'private'] },
          ...(channel === undefined ? {} : { initial_conversation: channel }),
        },
      }),
      input('days', 'On which days?', {
        element: { type: 'static_select', action_id: 'days', options: days, initial_option: days[1]! },
      }),
      input('time', 'At what time?', {
        element: { type: 'timepicker', action_id: 'time', initial_time: '08:30' },
      }),
      input('zone', 'In which time zone?', {
        hint: 'By region and city, such as Europe/London, or UTC.',
        element: text('zone', LONGEST.zone, zone),
      }),
      input('filters', 'Of what alone?', {
        optional: true,
        hint: 'As behind the command: place:Erbil, actor:"US Army", kind:strike, timeline:name, weight:5, leads:2w,1m. Empty for all.',
        element: text('filters', LONGEST.filters),
      }),
      input('extras', 'And', {
        optional: true,
        element: {
          type: 'checkboxes',
          action_id: 'extras',
          options: EXTRAS.map(([words, label]) => option(words, label)),
        },
      }),
      input('cron', 'Cron expression', {
        optional: true,
        hint: 'In place of days and time: five fields that come due once a day at most, such as 30 8 * * 1-5.',
        element: text('cron', LONGEST.cron),
      }),
    ],
  };
}

type Input = keyof typeof DIGEST_INPUT;

function input(
  id: Input,
  label: string,
  { element, hint, optional = false }: { element: InputBlock['element']; hint?: string; optional?: boolean },
): InputBlock {
  return {
    type: 'input',
    block_id: DIGEST_INPUT[id],
    label: plain(label, 2000),
    element,
    optional,
    ...(hint === undefined ? {} : { hint: plain(hint, 2000) }),
  };
}

function text(id: Input, most: number, initial?: string): InputBlock['element'] {
  const value = initial === undefined ? {} : { initial_value: initial };
  return { type: 'plain_text_input', action_id: DIGEST_INPUT[id], max_length: most, ...value };
}

function option(value: string, label: string) {
  return { value, text: plain(label, 75) };
}

/** What stands in place of the form when the digest is set up. */
export function setUpView({ blocks }: SlackMessage): ModalView {
  return { type: 'modal', title: plain('Set up', 24), close: plain('Close', 24), blocks };
}
