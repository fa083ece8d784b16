import type { ActionsBlock } from '@slack/types';
import type { Answer } from '../answer/answer.ts';
import { button } from '../render/parts.ts';

/** The buttons by which people judge an answer, with their labels; src/store/feedback.ts names what they mean. */
export const FEEDBACK = {
  feedback_right: 'Right',
  feedback_wrong_date: 'Wrong date',
  feedback_bad_source: 'Bad source',
  feedback_other: 'Something else',
} as const;

/** What a feedback button carries of the answer above it. */
export interface Judged {
  /** The kind of the answer. */
  intent: string;
  /** Ids of the first events that it is about. */
  events: string[];
}

/** How much a button carries: there are four of them under each answer. */
const LONGEST = 200;

/** What a decline cannot have got wrong: it tells no date and vouches for no source. */
const OF_EVENTS: ReadonlySet<string> = new Set(['feedback_wrong_date', 'feedback_bad_source']);

/** A row of buttons by which people judge an answer; none where there is nothing to judge, as with what Dateline says of itself. */
export function feedbackRow(answer: Answer): ActionsBlock[] {
  if (answer.kind === 'meta' || answer.kind === 'none') return [];
  const value = encodeJudged({ intent: answer.kind, events: answer.events.map(({ id }) => id) });
  const offered = Object.entries(FEEDBACK).filter(([id]) => answer.events.length > 0 || !OF_EVENTS.has(id));
  const elements = offered.map(([actionId, label]) => button(actionId, label, value));
  return [{ type: 'actions', elements }];
}

function encodeJudged({ intent, events }: Judged): string {
  let value = intent;
  for (const event of events) {
    if (value.length + event.length + 1 > LONGEST) break;
    value += ` ${event}`;
  }
  return value;
}

/** What the value of a feedback button tells of the answer. */
export function decodeJudged(value: string): Judged {
  const [intent = '', ...events] = value.split(' ');
  return { intent, events };
}
