import type { TimelineEvent } from '../record/timeline.ts';
import { allButOne } from './all-but-one.ts';
import { type Ask, describePart, find, type Resolution, resolve } from './ask.ts';
import type { Candidate } from './candidates.ts';
import type { Constraint } from './constraint.ts';
import { fittingEvents } from './decide.ts';
import { isDeed } from './find.ts';

/** Words at which a question about two events falls into its two halves. */
const JOINTS = new Set([
  'and',
  'or',
  'to',
  'until',
  'till',
  'after',
  'before',
  'v',
  'vs',
  'versus',
  'from',
  'since',
  'did',
  'was',
  'were',
  'once',
  'than',
  'following',
  'then',
  'predate',
  'predates',
  'precede',
  'precedes',
  'by',
]);

/** Joints after which the later event stands: "from A to B", "how long after A did B". */
const FORWARD = new Set(['to', 'until', 'till', 'did']);

/** A question cut in two, with the event that each half describes. */
export interface Pair {
  left: TimelineEvent;
  right: TimelineEvent;
  /** The word at the joint. */
  joint: string;
  /** Whether each half fits this event alone, or the record links the two; else their order in time decided. */
  certain: boolean;
}

/** How well the less well described event of a pair must fit that is cut at a comma, a colon or an arrow. */
const SURE_AT_COMMA = 0.85;

/** Cuts that are tried: no question that anybody asks has more, and each costs two searches. */
const MOST_JOINTS = 8;

/** Events that a half may mean: the one that stands out, or the few that fit equally. */
const MOST_READINGS = 6;

function readingsOf({ finding, verdict }: Resolution): readonly Candidate[] {
  if (verdict.outcome === 'one') return [verdict.event];
  if (verdict.outcome === 'none') {
    const near = allButOne(finding);
    return near ? [near.event] : [];
  }
  return verdict.outcome === 'several' && verdict.events.length <= MOST_READINGS ? verdict.events : [];
}

/**
 * Cuts a question at the joint where both halves describe one event each, the surest cut of all. Where a half fits
 * several events, the record's own links decide: the vote that answered the killing, not an earlier vote.
 */
export function splitPair(ask: Ask): Pair | undefined {
  const { words } = ask.question;
  let best: (Pair & { sure: number }) | undefined;
  let tried = 0;
  for (let index = 1; index < words.length - 1 && tried < MOST_JOINTS; index++) {
    const joint = words[index]!.folded;
    const comma = /[,;:]|->/.test(ask.question.text.slice(words[index - 1]!.end, words[index]!.start));
    if ((!JOINTS.has(joint) && !comma) || insideName(ask, index)) continue;
    tried++;
    const leftSide = describePart(ask, 0, index);
    const rightSide = describePart(ask, JOINTS.has(joint) ? index + 1 : index, words.length);
    const left = readHalf(ask, {
      from: 0,
      to: index,
      constraints: borrowing(leftSide, rightSide),
      deeds: deedsOf(rightSide),
    });
    // "From X to the first Y" means the first Y after X.
    const after = left.length === 1 ? left[0]!.facts.event.when.first : undefined;
    const right = readHalf(ask, {
      from: index,
      to: words.length,
      constraints: borrowing(rightSide, leftSide),
      deeds: deedsOf(leftSide),
      ...(after === undefined ? {} : { after }),
    });
    const pair = choosePair(left, right, FORWARD.has(joint));
    // A comma may stand anywhere: what it divides must describe its events well.
    if (!pair || (!JOINTS.has(joint) && pair.sure < SURE_AT_COMMA)) continue;
    if (!best || pair.sure > best.sure) best = { ...pair, joint };
  }
  return best;
}

interface Half {
  from: number;
  to: number;
  constraints: readonly Constraint[];
  /** What the other half says was done. */
  deeds: readonly Constraint[];
  /** Day after which a "first" counts. */
  after?: string;
}

/** What a half describes; "the first" or "the last" of several picks one by its place in time. */
function readHalf(ask: Ask, { from, to, constraints, deeds, after = '' }: Half): readonly Candidate[] {
  const { words, intent } = ask.question;
  if (constraints.length === 0) return [];
  const at = words.findIndex(
    (word, index) => index >= from && index < to && ORDER_WORDS.has(word.folded) && !intent?.used.has(index),
  );
  if (at === -1) {
    const alone = resolve(ask, constraints);
    // "Haniyeh or Nasrallah, who was killed first": what was done is said of both.
    const borrows = alone.verdict.outcome === 'several' && deeds.length > 0 && !constraints.some(isDeed);
    const shared = borrows ? resolve(ask, [...constraints, ...deeds]) : alone;
    return readingsOf(shared.verdict.outcome === 'one' ? shared : alone);
  }
  const fitting = [
    ...fittingEvents(
      find(
        ask,
        constraints.filter((constraint) => constraint.type !== 'word'),
      ),
    ),
  ];
  fitting.sort((a, b) => (a.facts.event.when.first < b.facts.event.when.first ? -1 : 1));
  const later = fitting.filter((candidate) => candidate.facts.event.when.first > after);
  const picked = EARLIEST.has(words[at]!.folded) ? later[0] : fitting.at(-1);
  return picked ? [picked] : [];
}

const EARLIEST = new Set(['first', 'earliest', '1st']);
const ORDER_WORDS = new Set([...EARLIEST, 'last', 'latest', 'final']);

function deedsOf(constraints: readonly Constraint[]): readonly Constraint[] {
  return constraints.filter(isDeed);
}

/** A half that names nothing itself ("the first one of 2026") is about what the other half names; a day names its event. */
function borrowing(half: readonly Constraint[], other: readonly Constraint[]): readonly Constraint[] {
  const names = (constraint: Constraint) =>
    constraint.type === 'mention' || (constraint.type === 'date' && constraint.date.granularity === 'day');
  if (half.length === 0 || half.some(names)) return half;
  return [...half, ...other.filter((constraint) => constraint.type === 'mention' || constraint.type === 'weapons')];
}

function choosePair(
  left: readonly Candidate[],
  right: readonly Candidate[],
  forward: boolean,
): Omit<Pair & { sure: number }, 'joint'> | undefined {
  const pairs = left.flatMap((a) =>
    right
      .filter(({ facts }) => facts.event.id !== a.facts.event.id)
      .filter(({ facts }) => !forward || facts.event.when.first >= a.facts.event.when.first)
      .map((b) => ({ a, b })),
  );
  const linked = pairs.filter(({ a, b }) => areLinked(a.facts.event, b.facts.event));
  const only = pairs.length === 1 ? pairs[0] : linked.length === 1 ? linked[0] : undefined;
  if (!only) return undefined;
  const scores = [only.a.score, only.b.score];
  const sure = Math.min(...scores) + (only.a.score + only.b.score) / 10 - (left.length + right.length > 2 ? 0.1 : 0);
  const certain = linked.length === 1 || left.length + right.length === 2;
  return { left: only.a.facts.event, right: only.b.facts.event, sure, certain };
}

function areLinked(a: TimelineEvent, b: TimelineEvent): boolean {
  return Boolean(a.links?.some((link) => link.to === b.id) || b.links?.some((link) => link.to === a.id));
}

function insideName(ask: Ask, index: number): boolean {
  const covers = (span: { start: number; end: number }) => index > span.start && index < span.end;
  return ask.question.mentions.some(covers) || ask.question.dates.some(covers);
}
