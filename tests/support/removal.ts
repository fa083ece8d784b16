import type { Dateline } from '../../src/dateline.ts';
import { assembleTimeline, type Timeline } from '../../src/record/timeline.ts';
import { type JsonAnswer, toJsonAnswer } from '../../src/render/json.ts';
import { openTimelines } from './desk.ts';
import type { QuestionCase } from './judge.ts';
import { askCase, judgeCase } from './read-cases.ts';

/**
 * Kinds of question that are about one event and no other: without it, an event that is given as the answer is a wrong
 * one. Left out are those of which another event may rightly be the answer: a list, a count, a day or a span loses one
 * entry and keeps the rest; of "the first" or "the last" of a kind, and of what came next after something, the neighbour
 * moves up; and an interval states no event, but days.
 */
const ABOUT_ONE = new Set([
  'date',
  'washington-date',
  'place',
  'actor',
  'figure',
  'cause',
  'yes-no',
  'follow-up',
  'false-premise',
]);

/** Kinds that are asked too, to be looked at, and count for nothing. */
const OPEN = new Set(['order', 'interval', 'sequel', 'on-date', 'list', 'count', 'range']);

/** Whether a question is about one event and no other. */
export function isAboutOne({ type }: QuestionCase): boolean {
  return ABOUT_ONE.has(type);
}

/** A question that was answered right, asked of a record without the events that were the answer. */
export interface RemovalResult {
  one: QuestionCase;
  answer: JsonAnswer;
  /** Whether the question is about one event only, so that no other may answer it. */
  counts: boolean;
  /** Whether it was answered all the same. */
  answered: boolean;
  /** Whether the answer begins with what of the question the record does not hold for the event that it tells. */
  reserved: boolean;
}

/** Questions that are answered right by one event or by any of a few, grouped by the events that would have to go. */
export function groupByEvents(dateline: Dateline, cases: readonly QuestionCase[]): [string, QuestionCase[]][] {
  const groups = new Map<string, QuestionCase[]>();
  for (const one of cases) {
    const { first = [] } = one.expect;
    if (first.length === 0 || !(isAboutOne(one) || OPEN.has(one.type))) continue;
    const answer = askCase(dateline, one);
    if (answer.status !== 'answered' || judgeCase(one, answer) !== 'right') continue;
    const key = [...first].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups];
}

/** Asks each group of a record from which its events were taken. One group takes about half a second. */
export function* measureRemoval(
  timeline: Timeline,
  groups: readonly [string, QuestionCase[]][],
): Generator<RemovalResult> {
  for (const [key, cases] of groups) {
    const dateline = openTimelines([withoutEvents(timeline, new Set(key.split(' ')))]);
    for (const one of cases) {
      const answer = toJsonAnswer(askCase(dateline, one), { id: one.id, ms: 0 });
      const answered = answer.status === 'answered' && answer.kind !== 'meta';
      yield { one, answer, counts: isAboutOne(one), answered, reserved: RESERVED.test(answer.text) };
    }
  }
}

/** First words of an answer that tells an event without stating it as the answer; see compose/preface.ts. */
const RESERVED = /^(Closest match; the record of it does not mention|The record holds no such)/;

/**
 * How many of the results that count were answered by another event, in percent.
 * @param reserved whether to count those too that say first that the event does not meet all of the question
 */
export function turnedWrongShare(results: readonly RemovalResult[], { reserved }: { reserved: boolean }): number {
  const counted = results.filter(({ counts }) => counts);
  const wrong = counted.filter((result) => result.answered && (reserved || !result.reserved));
  return (100 * wrong.length) / Math.max(1, counted.length);
}

/** The timeline as it would be had some events never been recorded: nothing links to them or warns of them. */
export function withoutEvents(timeline: Timeline, removed: ReadonlySet<string>): Timeline {
  const events = timeline.events
    .filter(({ id }) => !removed.has(id))
    .map(({ links, confusedWith, ...event }) => ({
      ...event,
      ...(links ? { links: links.filter(({ to }) => !removed.has(to)) } : {}),
      ...(confusedWith ? { confusedWith: confusedWith.filter((id) => !removed.has(id)) } : {}),
    }));
  return assembleTimeline({
    card: timeline.card,
    events,
    publishers: [],
    gazetteer: timeline.gazetteer,
    kinds: [...timeline.kinds.values()],
    generic: [...timeline.generic],
    weapons: [...timeline.weapons.values()],
    measures: [...timeline.measures.values()],
    synonyms: [...timeline.synonyms],
  });
}
