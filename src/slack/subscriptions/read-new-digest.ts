import type { ViewOutput } from '@slack/bolt';
import type { Dateline } from '../../dateline.ts';
import { DIGEST_KINDS, type DigestOrder } from '../../digest/order.ts';
import type { OrderProblem, OrderProblemCode } from '../../digest/order-error.ts';
import { DIGEST_WORDS } from '../../digest/typed/digest-words.ts';
import { truncate } from '../../render/limits.ts';
import type { DIGEST_INPUT } from './new-digest-view.ts';
import { readTyped } from './read-typed.ts';

type Values = ViewOutput['state']['values'];

/** What a person filled in; or what is wrong with it, by the block in which it is shown. */
export type ReadNewDigest = { order: DigestOrder; channel: string | undefined } | { errors: Record<string, string> };

/** Reads the form, however it was filled in, by writing the order that the command would take. */
export function readNewDigest(values: Values, dateline: Pick<Dateline, 'names'>): ReadNewDigest {
  const kind = DIGEST_KINDS.find((known) => known === chosen(values, 'digest'));
  const zone = typed(values, 'zone');
  const cron = typed(values, 'cron');
  const filters = typed(values, 'filters');
  const time = values.time?.time?.selected_time ?? '';
  const extras = (values.extras?.extras?.selected_options ?? []).map(({ value }) => value);
  const when = cron === '' ? [chosen(values, 'days'), time] : [`cron:"${cron}"`];
  const words = [
    ...(kind === undefined ? [] : [DIGEST_WORDS[kind][0]]),
    ...when,
    ...(zone === '' ? [] : [`zone:"${zone}"`]),
    ...extras,
    values.filters?.filters?.value ?? '',
  ];
  const read = readTyped(words.join(' '), dateline);
  if ('problems' in read) return { errors: errorsOf(read.problems, filters) };
  return { order: read.order, channel: values.channel?.channel?.selected_conversation ?? undefined };
}

type Input = keyof typeof DIGEST_INPUT;

function chosen(values: Values, input: Input): string {
  return values[input]?.[input]?.selected_option?.value ?? '';
}

/** A text that can stand between quotes. */
function typed(values: Values, input: Input): string {
  return (values[input]?.[input]?.value ?? '').replace(/["“”„‟«»″＂\p{Cc}]+/gu, ' ').trim();
}

/** Where each problem is shown; any other stands beside the filters, which alone are typed freely. */
const BESIDE: Readonly<Partial<Record<OrderProblemCode, Input>>> = {
  'no-digest': 'digest',
  'no-time': 'time',
  'impossible-time': 'time',
  'no-zone': 'zone',
  'unknown-zone': 'zone',
  'ambiguous-zone': 'zone',
  'zone-is-offset': 'zone',
  'zone-is-abbreviation': 'zone',
  'not-five-fields': 'cron',
  'unreadable-cron': 'cron',
  'never-runs': 'cron',
  'more-than-once-a-day': 'cron',
};

/** Longest that is said beside an input, in characters. */
const LONGEST_ERROR = 400;

function errorsOf(problems: readonly OrderProblem[], filters: string): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { code, typed: words, problem, remedy } of problems) {
    const inFilters = words !== '' && filters.toLowerCase().includes(words.toLowerCase());
    const extra = code === 'does-not-apply' && words === 'milestones' ? 'extras' : undefined;
    const block = inFilters ? 'filters' : (BESIDE[code] ?? extra ?? 'filters');
    const before = errors[block] === undefined ? '' : `${errors[block]} `;
    errors[block] = truncate(`${before}${problem}. ${remedy}.`, LONGEST_ERROR);
  }
  return errors;
}
