import { meaningsOf } from '../question/mention.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { type Ask, describePart, resolve } from './ask.ts';
import type { Constraint } from './constraint.ts';

/** Words that hang a description on another event in time. */
const ANCHOR_WORDS: Record<string, 'before' | 'after'> = {
  before: 'before',
  'prior to': 'before',
  after: 'after',
  following: 'after',
  since: 'after',
  until: 'before',
  till: 'before',
  once: 'after',
};

/** Anchoring words, and ends of the clause of each, that are tried: a question that never ends must not take long. */
const MOST_ANCHORS = 3;
const MOST_ENDS = 3;

/** A description bounded by an event: "the next attack on Taji after the Soleimani killing". */
export interface Anchored {
  side: 'before' | 'after';
  anchor: TimelineEvent;
  /** What is wanted beside the anchor. */
  rest: readonly Constraint[];
  /** Index of the anchoring word. */
  at: number;
}

/**
 * Finds the event on which a "before", "after" or "since" hangs, when its words describe just one.
 * @param only the side on which the description must lie; either, if absent
 */
export function findAnchor(ask: Ask, only?: Anchored['side']): Anchored | undefined {
  const { words, dates } = ask.question;
  let tried = 0;
  for (let index = 0; index < words.length - 1 && tried < MOST_ANCHORS; index++) {
    const two = `${words[index]!.folded} ${words[index + 1]?.folded ?? ''}`;
    const side = ANCHOR_WORDS[two] ?? ANCHOR_WORDS[words[index]!.folded];
    if (side === undefined || (only !== undefined && side !== only)) continue;
    if (dates.some((date) => index >= date.start && index < date.end)) continue;
    tried++;
    const start = index + (ANCHOR_WORDS[two] ? 2 : 1);
    for (const end of possibleEnds(ask, start)) {
      const constraints = describePart(ask, start, end);
      if (constraints.length === 0) continue;
      const rest = [...describePart(ask, 0, index), ...describePart(ask, end, words.length)];
      const resolution = resolveAnchor(ask, constraints, rest);
      if (resolution) return { side, anchor: resolution, rest, at: index };
    }
  }
  return undefined;
}

/** Whether a "before", an "after" or their like hangs the question on something that is told, whatever that may be. */
export function hangsOnSomething(ask: Ask): boolean {
  const { words, dates } = ask.question;
  return words.some(
    (word, index) =>
      ANCHOR_WORDS[word.folded] !== undefined &&
      !dates.some((date) => index >= date.start && index < date.end) &&
      describePart(ask, index + 1, words.length).some(({ type }) => type === 'mention'),
  );
}

/** An anchor that says too little by itself borrows what is wanted: "the base handed over next after K-1". */
function resolveAnchor(
  ask: Ask,
  constraints: readonly Constraint[],
  rest: readonly Constraint[],
): TimelineEvent | undefined {
  const alone = resolve(ask, constraints);
  if (alone.verdict.outcome === 'one') return alone.verdict.event.facts.event;
  if (alone.verdict.outcome !== 'several') return undefined;
  const deeds = rest.filter(
    (constraint) => constraint.type === 'mention' && meaningsOf(constraint.mention, 'place').length === 0,
  );
  const borrowed = resolve(ask, [...constraints, ...deeds]);
  return borrowed.verdict.outcome === 'one' ? borrowed.verdict.event.facts.event : undefined;
}

/** Where the anchor's clause may end: at a comma, at the main clause's helping verb, or with the question. */
function possibleEnds(ask: Ask, start: number): number[] {
  const { words, text } = ask.question;
  const ends: number[] = [];
  for (let index = start + 1; index < words.length; index++) {
    const gap = text.slice(words[index - 1]!.end, words[index]!.start);
    if (
      /[,;:?–—]/.test(gap) ||
      ['did', 'when', 'what', 'was', 'how', 'which', 'who', 'where'].includes(words[index]!.folded)
    )
      ends.push(index);
  }
  return [...ends.slice(0, MOST_ENDS), words.length];
}
