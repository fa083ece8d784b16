import { type Anchored, findAnchor } from '../anchor.ts';
import type { TraceStep } from '../answer.ts';
import { type Ask, describe, find, type Resolution, resolve } from '../ask.ts';
import type { Finding } from '../find.ts';
import { intentOf } from '../intents.ts';
import { lastingEvent, responseTo } from '../respond-interval.ts';
import { describeDeed } from '../respond-sequel.ts';
import { type ShiftedDay, shiftedDay } from '../shifted-day.ts';
import { type Pair, splitPair } from '../split.ts';
import { eventWords } from './words.ts';

/** What the record was searched for: the whole question, or what of it is not about another event. */
export interface Sought {
  finding: Finding;
  /** What the description came to, where one event was wanted. */
  resolution: Resolution;
  /** The events on which the description hangs, in words. */
  steps: TraceStep[];
  pair?: Pair;
  anchored?: Anchored;
  shifted?: ShiftedDay;
  /** Whether the event of the thread stood for what the question leaves out. */
  inThread: boolean;
}

/** Follows the responders in what they searched the record for. */
export function soughtBy(ask: Ask): Sought {
  const { intent } = ask.question;
  const kind = intent?.intent;
  const shifted = kind === undefined || kind === 'list' || kind === 'date' ? shiftedDay(ask) : undefined;
  if (shifted) {
    const detail = `the day counted from ${eventWords(shifted.anchor)}`;
    return { ...whole(ask), shifted, steps: [{ step: 'hangs on', detail }] };
  }
  const pick = intent?.attributes.pick;
  const from = intent?.attributes.from;
  const paired = (kind === 'interval' && from !== 'now') || (kind === 'order' && pick === 'earlier');
  const halved = paired ? halves(ask) : undefined;
  if (halved) return halved;
  const answered = kind === 'sequel' ? responseTo(ask) : undefined;
  if (answered) return { ...whole(ask), steps: [hangingOn('after', answered.anchor)] };
  if (kind === 'sequel') {
    const resolution = resolve(ask, describeDeed(ask));
    return { resolution, finding: resolution.finding, steps: [], inThread: isOfThread(ask, resolution) };
  }
  const anchored = kind === 'order' || (kind === 'count' && !ask.subject) ? findAnchor(ask) : undefined;
  if (!anchored) return { ...whole(ask), ...loosened(ask) };
  const resolution = { ...resolve(ask, describe(ask)), finding: find(ask, anchored.rest) };
  const steps = [hangingOn(anchored.side, anchored.anchor)];
  return { resolution, finding: resolution.finding, anchored, steps, inThread: false };
}

function whole(ask: Ask): Sought {
  const resolution = resolve(ask, describe(ask));
  return { resolution, finding: resolution.finding, steps: [], inThread: isOfThread(ask, resolution) };
}

function isOfThread({ subject }: Ask, { verdict }: Resolution): boolean {
  return verdict.outcome === 'one' && verdict.event.facts.event === subject;
}

/** Where only the main clause was met, the rest is no more than an aside. */
function loosened(ask: Ask): { steps: TraceStep[] } {
  const described = describe(ask);
  if (resolve(ask, described).constraints === described) return { steps: [] };
  return { steps: [{ step: 'loosened', detail: 'what the clause of time says is taken as said in passing' }] };
}

/** The two events of a comparison, or the one that another answered; nothing where the question is about one alone. */
function halves(ask: Ask): Sought | undefined {
  const interval = intentOf(ask.question) === 'interval';
  if (interval && lastingEvent(ask)) return undefined;
  const pair = splitPair(ask);
  const answered = interval && !pair?.certain ? responseTo(ask) : undefined;
  if (answered) return { ...whole(ask), steps: [hangingOn('after', answered.anchor)] };
  if (!pair) return undefined;
  const surely = pair.certain ? '' : ', as their order in time has it';
  const steps = [
    { step: 'first half', detail: `before “${pair.joint}”: ${eventWords(pair.left)}` },
    { step: 'second half', detail: `${eventWords(pair.right)}${surely}` },
  ];
  return { ...whole(ask), pair, steps };
}

function hangingOn(side: 'before' | 'after', anchor: Anchored['anchor']): TraceStep {
  return { step: 'hangs on', detail: `${side} ${eventWords(anchor)}` };
}
