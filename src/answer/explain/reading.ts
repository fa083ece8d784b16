import type { DateMention, DaySpan } from '../../question/dates/date-mention.ts';
import type { IntentReading } from '../../question/intent.ts';
import type { Mention } from '../../question/mention.ts';
import { shortened } from '../../question/phrasing.ts';
import type { Question } from '../../question/question.ts';
import { FIRST_DAY, LAST_DAY } from '../../record/edtf.ts';
import { formatEdtf } from '../../record/format-date.ts';
import { fold } from '../../record/words.ts';
import type { TraceStep } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { eventWords, meaningWords, roleWords } from './words.ts';

/** Phrasings that lost and are still shown. */
const LOSERS = 4;

/** What was read in a question: its words, mended spelling, intent, names, figures and dates. */
export function readingSteps(ask: Ask): TraceStep[] {
  const { question, subject } = ask;
  const { timeline } = ask.engine;
  return [
    { step: 'read', detail: question.words.map((word) => word.folded).join(' ') },
    ...mendings(ask).map(([from, to]) => ({ step: 'corrected', detail: `“${from}” to “${to}”` })),
    ...(subject ? [{ step: 'thread', detail: `is about ${eventWords(subject)}` }] : []),
    ...intentSteps(question.intent),
    ...question.mentions.map((mention) => {
      const role = question.roles.get(mention.start);
      const part = roleWords(role);
      const detail = `“${mention.text}”: ${meaningWords(mention, timeline, role)}${part === undefined ? '' : `, ${part}`}`;
      return { step: 'mention', detail };
    }),
    ...question.measures.filter(isTelling(question)).map((measure) => ({
      step: 'figure',
      detail: `“${measure.text}”: ${meaningWords(measure, timeline)}`,
    })),
    ...question.dates.map((date) => ({ step: 'date', detail: `“${date.text}”: ${dateWords(date)}` })),
    ...saysNothing(question),
  ];
}

/** Words that were read as others: common slips that `words.yml` lists, and what was close to a known word. */
function mendings({ question, engine }: Ask): (readonly [string, string])[] {
  const { misspellings } = engine.language.english;
  const slips = question.words.flatMap(({ raw, folded }) =>
    misspellings.get(fold(raw)) === folded ? [[fold(raw), folded] as const] : [],
  );
  return [...slips, ...question.corrections.map(({ from, to }) => [from, to] as const)];
}

/** Which measures say something: what somebody suffered, or any where a number is asked for. */
function isTelling({ intent }: Question): (measure: Mention) => boolean {
  const wanted = intent?.intent === 'figure' || intent?.intent === 'count';
  return (measure) => wanted || measure.fate === true;
}

function intentSteps(intent: IntentReading | undefined): TraceStep[] {
  const [won, ...lost] = intent?.fitted ?? [];
  if (!intent || !won) return [{ step: 'intent', detail: 'no phrasing fits: taken as a bare description' }];
  const said = Object.entries(intent.attributes).map(([name, value]) => `${name} ${value}`);
  const attributes = said.length === 0 ? '' : ` (${said.join(', ')})`;
  const beaten = lost
    .slice(0, LOSERS)
    .map(({ intent: name, phrasing, score }) => `${name} “${shortened(phrasing)}” ${round(score)}`);
  const more = lost.length > LOSERS ? [`${lost.length - LOSERS} more`] : [];
  return [
    {
      step: 'intent',
      detail: `${intent.intent}${attributes}, by the phrasing “${won.phrasing}”, which scores ${round(won.score)}`,
    },
    ...(beaten.length === 0 ? [] : [{ step: 'beaten', detail: [...beaten, ...more].join('; ') }]),
  ];
}

function round(score: number): string {
  return score.toFixed(2);
}

/** "8 January 2020", "1 January to 31 December 2020", "before 8 January 2020", "8 January of any year". */
function dateWords({ spans, open, ambiguous, missing }: DateMention): string {
  if (missing) return 'no calendar has such a day';
  if (open) return `${monthDay(open)} of any year`;
  return `${spans.map(spanWords).join(' or ')}${ambiguous ? ' (the digits can be read either way)' : ''}`;
}

function spanWords({ first, last }: DaySpan): string {
  if (first === FIRST_DAY) return `until ${formatEdtf(last)}`;
  if (last === LAST_DAY) return `from ${formatEdtf(first)} on`;
  return formatEdtf(first === last ? first : `${first}/${last}`);
}

/** A month, or a day of it, without its year. */
function monthDay({ month, day }: { month: number; day?: number }): string {
  const two = (number: number) => String(number).padStart(2, '0');
  // A leap year has every day that any year has.
  return formatEdtf(`2000-${two(month)}${day === undefined ? '' : `-${two(day)}`}`).replace(' 2000', '');
}

/** Words that ask, name and describe nothing, and so are met by any event. */
function saysNothing({ words, intent, mentions, measures, dates, content }: Question): TraceStep[] {
  const spans = [...mentions, ...measures, ...dates, ...content];
  const silent = words.filter(
    (_, index) => !intent?.used.has(index) && !spans.some(({ start, end }) => index >= start && index < end),
  );
  return silent.length === 0 ? [] : [{ step: 'says nothing', detail: silent.map(({ folded }) => folded).join(', ') }];
}
