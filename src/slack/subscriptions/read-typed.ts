import type { KnownBlock } from '@slack/types';
import type { Dateline } from '../../dateline.ts';
import type { DigestOrder } from '../../digest/order.ts';
import { OrderError, type OrderProblem } from '../../digest/order-error.ts';
import { ORDER_HELP, ORDER_WORDS } from '../../digest/typed/order-help.ts';
import { readOrder } from '../../digest/typed/read-order.ts';
import { truncate } from '../../render/limits.ts';
import { code, escapeMrkdwn, withoutLookalikes } from '../../render/mrkdwn.ts';
import { button, section } from '../../render/parts.ts';
import type { SlackMessage } from '../../render/slack-message.ts';
import { fallbackText } from './fallback-text.ts';
import { NEW_DIGEST } from './list-view.ts';

/** What somebody ordered, or all that is wrong with it. */
export type ReadTyped = { order: DigestOrder } | { problems: readonly OrderProblem[] };

/** Reads an order as it was typed. */
export function readTyped(text: string, { names }: Pick<Dateline, 'names'>): ReadTyped {
  try {
    return { order: readOrder(withoutLookalikes(text), names) };
  } catch (error) {
    if (error instanceof OrderError) return { problems: error.problems };
    throw error;
  }
}

/** For a time that was left out, where it does not matter when. */
const ANY_TIME = '08:30';

/**
 * Reads an order of which only matters what it tells: a time and a zone may be left out.
 * @param zone the zone of a day where none is typed; UTC when absent
 */
export function readWithoutTime(text: string, dateline: Pick<Dateline, 'names'>, zone = 'UTC'): ReadTyped {
  const read = readTyped(text, dateline);
  if ('order' in read) return read;
  const missing = (code: OrderProblem['code']) => read.problems.some((problem) => problem.code === code);
  const added = [...(missing('no-time') ? [ANY_TIME] : []), ...(missing('no-zone') ? [`zone:${zone}`] : [])];
  return added.length === 0 ? read : readTyped([text, ...added].join(' '), dateline);
}

/** Most problems that are told at once; who mends them is told the others. */
const TOLD = 8;
/** Characters of one of them: escaped, it still fits a section. */
const PROBLEM = 500;

/** Tells what is wrong with an order, each problem with its remedy, and shows one that can be read. */
export function problemsMessage(problems: readonly OrderProblem[]): SlackMessage {
  if (problems.some(({ code }) => code === 'empty')) return howToOrder();
  const told = problems.slice(0, TOLD).map(({ problem, remedy }) => `${problem}. ${remedy}.`);
  const more = problems.length > TOLD ? [`… and ${problems.length - TOLD} more.`] : [];
  const paragraphs = [
    'I cannot read that, so nothing was set up.',
    ...[...told, ...more].map((line) => escapeMrkdwn(truncate(line, PROBLEM))),
    `For example: ${code(EXAMPLE)}`,
  ];
  return { text: fallbackText(paragraphs), blocks: paragraphs.map(section) };
}

const EXAMPLE = `/dateline subscribe ${ORDER_HELP[0]?.typed}`;

function howToOrder(): SlackMessage {
  const line = ({ typed, does }: { typed: string; does: string }) => `• ${code(typed)} ${escapeMrkdwn(does)}`;
  const paragraphs = [
    'Say what is to be posted here, at what time, in which time zone and on which days. Each of these can stand behind `/dateline subscribe`:',
    ORDER_HELP.map(line).join('\n'),
    'What else may stand there:',
    ORDER_WORDS.map(line).join('\n'),
  ];
  const form: KnownBlock = { type: 'actions', elements: [button(NEW_DIGEST, 'Fill in a form …')] };
  return { text: fallbackText(paragraphs), blocks: [...paragraphs.map(section), form] };
}
