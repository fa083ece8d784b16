import type { Answer, TraceStep } from './answer/answer.ts';
import type { Ask } from './answer/ask.ts';
import { type Browse, createBrowse, type Within } from './answer/browse/index.ts';
import { createNames } from './answer/browse/names.ts';
import { composeLongQuestion, composeNoQuestion } from './answer/compose/unreadable.ts';
import { createEngine, type Engine, type PreparedTimeline } from './answer/engine.ts';
import { explain } from './answer/explain/index.ts';
import { type Context, leansOnThread } from './answer/follow-up.ts';
import { answerIn, type Reading } from './answer/in-thread.ts';
import type { DaySpan, Occasion } from './calendar/occasion.ts';
import { byRank, occasionsOf } from './calendar/occasions.ts';
import type { FilterNames } from './digest/filter-names.ts';
import { English, type EnglishData } from './question/english.ts';
import { type IntentData, IntentTable } from './question/intent-table.ts';
import { readQuestion } from './question/read-question.ts';
import type { TimelineEvent } from './record/timeline.ts';

export type { BriefEvent, Browse, Coverage, HeldEvent, Within } from './answer/browse/index.ts';
export type { DaySpan, Occasion } from './calendar/occasion.ts';

export interface AskOptions {
  /** The moment of asking: what "last year" and "how long ago" count from. */
  now: Date;
  /** What was asked and shown earlier in the same thread, oldest first. */
  thread?: readonly Turn[];
  /** Name of the timeline to ask; without it every loaded timeline is asked. */
  timeline?: string;
}

/** An earlier question of a thread; or the event that was shown there without one, when somebody pressed a button. */
export type Turn = string | { event: string };

/** All that is needed to answer, as plain data: written as JSON and read again, it answers the same. `prepare.ts` makes it. */
export interface Preparation {
  english: EnglishData;
  intents: IntentData;
  /** At least one, where questions are to be answered. */
  timelines: readonly PreparedTimeline[];
}

/** The facade that every door uses. Pure once built: the same question and options give the same answer. */
export interface Dateline extends Browse {
  ask(question: string, options: AskOptions): Answer;
  /** How a question is read and why its answer wins, step by step; nothing of what is too long or empty to be read. */
  explain(question: string, options: AskOptions): TraceStep[];
  /** Whether a question may be about what was said before it, so that it cannot be read well without its thread. */
  leansOnThread(question: string, now: Date): boolean;
  /** Finds the places, actors, kinds and timelines that somebody names to be told of them alone. */
  readonly names: FilterNames;
  /** Names of the loaded timelines. */
  readonly timelines: readonly string[];
  /** The occasions whose days touch a span, in order of rank: milestones first, then the weightier. */
  occasions(span: DaySpan, within?: Within): Occasion[];
  /** Every published event of the loaded timelines, or of one of them, in order of date within each. */
  events(within?: Within): readonly TimelineEvent[];
  /** Questions that the record answers, for help texts. */
  readonly examples: readonly string[];
}

/** Longest question that is read, in characters; what is longer was pasted by mistake. */
export const LONGEST_QUESTION = 1000;

/** Longest question of a thread that a later one may lean on, in characters. */
const LONGEST_EARLIER = 400;

/** Thrown when a door asks for a timeline that is not loaded. */
export class UnknownTimelineError extends Error {
  override readonly name = 'UnknownTimelineError';
  readonly timeline: string;

  constructor(timeline: string, loaded: readonly string[]) {
    super(`There is no timeline "${timeline}"; loaded: ${loaded.join(', ')}.`);
    this.timeline = timeline;
  }
}

/** The engines of prepared timelines, in their order: what reads and answers, for those that look into it. */
export function createEngines(preparation: Preparation): Engine[] {
  const english = new English(preparation.english);
  const intents = new IntentTable(preparation.intents, english.classes);
  return preparation.timelines.map((prepared) => createEngine(prepared, english, intents));
}

/** Makes prepared timelines ready to be asked. */
export function createDateline(preparation: Preparation): Dateline {
  const engines = createEngines(preparation);
  const timelines = engines.map((engine) => engine.timeline);
  const names = timelines.map((timeline) => timeline.card.name);
  const within = ({ timeline: wanted }: Within = {}) =>
    timelines.filter(({ card }) => wanted === undefined || card.name === wanted);
  /** A question's answer, and how it was read, where it can be. */
  const answered = (question: string, options: AskOptions): { ask?: Ask; answer: Answer } => {
    const wanted =
      options.timeline === undefined
        ? engines
        : engines.filter((engine) => engine.timeline.card.name === options.timeline);
    if (wanted.length === 0) throw new UnknownTimelineError(options.timeline ?? '', names);
    const text = question.trim();
    if (text.length > LONGEST_QUESTION) return { answer: composeLongQuestion(wanted[0]!.timeline, LONGEST_QUESTION) };
    if (!/[\p{L}\p{N}]/u.test(text)) return { answer: composeNoQuestion(wanted[0]!.timeline) };
    return inOrderOfRank(askAll(wanted, text, options))[0]!;
  };
  return {
    timelines: names,
    events: (options) => within(options).flatMap(({ events }) => events),
    occasions: (span, options) =>
      within(options)
        .flatMap((timeline) => occasionsOf(timeline, span))
        .sort(byRank),
    examples: timelines.flatMap((timeline) => timeline.card.examples),
    ...createBrowse(engines),
    names: createNames(engines),
    leansOnThread: (question, now) =>
      question.length <= LONGEST_QUESTION &&
      engines.every((engine) => leansOnThread(readQuestion(question, engine.language, dayOf(now)))),
    ask: (question, options) => answered(question, options).answer,
    explain(question, options) {
      const { ask, answer } = answered(question, options);
      return ask ? explain(ask, answer) : [];
    },
  };
}

function dayOf(moment: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(moment.toISOString().slice(0, 10));
}

/** What each timeline answers; only the one that answered the thread's last question reads this one in its light. */
function askAll(engines: readonly Engine[], text: string, options: AskOptions): Reading[] {
  const today = dayOf(options.now);
  let contexts = new Map<Engine, Context>();
  const read = (question: string) => engines.map((engine) => answerIn(engine, question, today, contexts.get(engine)));
  for (const earlier of options.thread ?? []) {
    if (typeof earlier !== 'string') {
      contexts = new Map(engines.flatMap((engine) => shownIn(engine, earlier.event, today)));
      continue;
    }
    // What was pasted into the thread is no question that the next one leans on; it ends what came before, too.
    const [won] = earlier.length > LONGEST_EARLIER ? [] : inOrderOfRank(read(earlier));
    contexts = new Map(won ? [[won.engine, won.context]] : []);
  }
  return read(text);
}

/** What a thread is about once an event was shown in it: that event, of whichever timeline holds it. */
function shownIn(engine: Engine, id: string, today: Temporal.PlainDate): [Engine, Context][] {
  const subject = engine.timeline.byId.get(id);
  return subject ? [[engine, { question: readQuestion('', engine.language, today), subject }]] : [];
}

const STATUS_ORDER = { answered: 2, several: 1, declined: 0 };

/** The timeline that answers stands first, then the one that the thread is about, then the one that found something near. */
function inOrderOfRank(readings: readonly Reading[]): Reading[] {
  const rank = ({ answer, inThread }: Reading) =>
    STATUS_ORDER[answer.status] * 10 +
    (answer.kind === 'meta' ? -5 : 0) +
    (inThread ? 5 : 0) +
    (answer.nearest.length > 0 ? 1 : 0);
  return [...readings].sort((a, b) => rank(b) - rank(a));
}
