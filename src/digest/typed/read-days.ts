import { type DayChoice, NTHS, WEEKDAYS, WEEKEND, WORKING_WEEK } from '../days.ts';
import type { FoundPart, Frequency, Part, ReadPart } from './part.ts';
import { phraseAt, type TypedWord } from './word.ts';

const FREQUENCIES: Readonly<Record<Frequency, readonly string[]>> = {
  daily: ['daily', 'everyday', 'every day', 'each day', 'once a day'],
  weekly: ['weekly', 'every week', 'each week', 'once a week'],
  monthly: ['monthly', 'every month', 'each month', 'once a month'],
};
const GROUPS: readonly (readonly [readonly string[], readonly DayChoice[]])[] = [
  [['weekdays', 'weekday', 'workdays', 'workday', 'working days'], WORKING_WEEK],
  [['weekends', 'weekend'], WEEKEND],
];

/** What five fields of cron have no way to say. */
const NOT_IN_CRON =
  /^(?:(?:every|each) (?:other|second|\d+(?:st|nd|rd|th)?|two|three|four|six)|(?:bi|semi)(?:weekly| weekly|monthly| monthly)|fortnightly|(?:every|each) (?:fortnight|quarter|year)|quarterly|yearly|annually)$/;

const WHOLE = new Map<string, Part>([
  ...Object.entries(FREQUENCIES).flatMap(([frequency, phrases]) =>
    phrases.map((phrase) => [phrase, { sort: 'frequency', frequency: frequency as Frequency }] as [string, Part]),
  ),
  ...GROUPS.flatMap(([phrases, days]) => phrases.map((phrase) => [phrase, { sort: 'days', days }] as [string, Part])),
]);

const SHORT_NAMES = [['sun'], ['mon'], ['tue', 'tues'], ['wed', 'weds'], ['thu', 'thur', 'thurs'], ['fri'], ['sat']];
const WEEKDAY_BY_NAME = new Map(
  WEEKDAYS.flatMap((name, weekday) =>
    [name.toLowerCase(), `${name.toLowerCase()}s`, ...SHORT_NAMES[weekday]!].map((typed) => [typed, weekday] as const),
  ),
);

const OF_THE_MONTH = new Set(['of the month', 'of each month', 'of every month', 'of month', 'in the month']);
const RANGE_WORDS = new Set(['to', 'through', 'until', 'till', 'thru', '-']);
const DIGITS = /^(\d{1,4})(?:st|nd|rd|th)$/;

/** Reads days: "weekdays", "mon", "mon-fri", "first monday", "1st", "last day of the month", "daily". */
export const readDays: ReadPart = (words, at) => {
  const refused = phraseAt(words, at, (phrase) => (NOT_IN_CRON.test(phrase) ? phrase : undefined), 2);
  if (refused) return notInCron(words, at, refused.end);
  const whole = phraseAt(words, at, (phrase) => WHOLE.get(phrase), 3);
  if (whole) return { part: whole.value, end: whole.end };
  const found = readRange(words, at) ?? readOrdinals(words, at);
  return (
    found && {
      ...found,
      end: phraseAt(words, found.end, (phrase) => OF_THE_MONTH.has(phrase) || undefined, 3)?.end ?? found.end,
    }
  );
};

/** A day of the week, or a range of them, the second end within it. */
function readRange(words: readonly TypedWord[], at: number): FoundPart | undefined {
  const [from = '', to, more] = words[at]!.plain.split('-');
  const first = WEEKDAY_BY_NAME.get(from);
  if (first === undefined || more !== undefined) return undefined;
  const inOne = to === undefined ? undefined : WEEKDAY_BY_NAME.get(to);
  if (to !== undefined && inOne === undefined) return undefined;
  const spaced = RANGE_WORDS.has(words[at + 1]?.plain ?? '')
    ? WEEKDAY_BY_NAME.get(words[at + 2]?.plain ?? '')
    : undefined;
  const last = inOne ?? spaced ?? first;
  const days = Array.from(
    { length: ((last - first + 7) % 7) + 1 },
    (_, offset): DayChoice => ({
      sort: 'weekday',
      weekday: (first + offset) % 7,
    }),
  );
  return { part: { sort: 'days', days }, end: inOne === undefined && spaced !== undefined ? at + 3 : at + 1 };
}

/** What an ordinal counts. */
type Nth = number | 'last';

/** "first monday", "first and third monday", "last day", "first weekday", "15th". */
function readOrdinals(words: readonly TypedWord[], at: number): FoundPart | undefined {
  const nths: Nth[] = [];
  let end = at;
  for (;;) {
    const next = nths.length > 0 && words[end]?.plain === 'and' ? end + 1 : end;
    const nth = nths.length > 0 && DIGITS.test(words[next]?.plain ?? '') ? undefined : nthOf(words[next]?.plain ?? '');
    if (nth === undefined) break;
    nths.push(nth);
    end = next + 1;
    if (DIGITS.test(words[next]!.plain)) break;
  }
  if (nths.length === 0) return undefined;
  const counted = words[end]?.apart ? undefined : phraseAt(words, end, countedBy, 2);
  const days = nths.map((nth) => choiceOf(nth, counted?.value ?? 'day', counted === undefined));
  const close = counted?.end ?? end;
  if (days.every((day) => day !== undefined)) return { part: { sort: 'days', days }, end: close };
  return counted === undefined && !DIGITS.test(words[at]!.plain) ? undefined : impossible(words, at, close);
}

function nthOf(plain: string): Nth | undefined {
  const digits = DIGITS.exec(plain);
  if (digits) return Number(digits[1]);
  const spelled = NTHS.indexOf(plain as (typeof NTHS)[number]);
  return plain === 'last' ? 'last' : spelled < 0 ? undefined : spelled + 1;
}

/** What stands behind an ordinal: a day of the week, any day, or any of Monday to Friday. */
function countedBy(phrase: string): number | 'day' | 'working' | undefined {
  if (phrase === 'day') return 'day';
  return ['weekday', 'workday', 'working day'].includes(phrase) ? 'working' : WEEKDAY_BY_NAME.get(phrase);
}

function choiceOf(nth: Nth, counted: number | 'day' | 'working', alone: boolean): DayChoice | undefined {
  if (counted === 'working')
    return nth === 1
      ? { sort: 'working', which: 'first' }
      : nth === 'last'
        ? { sort: 'working', which: 'last' }
        : undefined;
  if (counted === 'day') {
    if (nth === 'last') return alone ? undefined : { sort: 'date', date: 'last' };
    return nth >= 1 && nth <= 31 ? { sort: 'date', date: nth } : undefined;
  }
  return nth === 'last' || (nth >= 1 && nth <= 5) ? { sort: 'nth', nth, weekday: counted } : undefined;
}

function impossible(words: readonly TypedWord[], at: number, end: number): FoundPart {
  const typed = typedFrom(words, at, end);
  const problem = {
    code: 'impossible-day' as const,
    typed,
    problem: `“${typed}” is no day that comes round each month`,
    remedy:
      'Write a day from 1st to 31st, “last day”, “first weekday”, “last weekday”, or “first monday” to “fifth monday”',
  };
  return { part: { sort: 'problem', instead: 'days', problem }, end };
}

function notInCron(words: readonly TypedWord[], at: number, end: number): FoundPart {
  // "every second monday", "every 2 weeks": what is counted belongs to it.
  const counted =
    /^(?:every|each)$/.test(words[at]!.plain) && /^(?:days?|weeks?|months?|.*day)$/.test(words[end]?.plain ?? '')
      ? end + 1
      : end;
  const typed = typedFrom(words, at, counted);
  const problem = {
    code: 'not-in-cron' as const,
    typed,
    problem: `Nothing can be posted “${typed}”: a schedule knows days of the week and days of the month`,
    remedy: 'Write days such as “first and third monday”, “1st, 15th” or “monday”',
  };
  return { part: { sort: 'problem', instead: 'days', problem }, end: counted };
}

function typedFrom(words: readonly TypedWord[], at: number, end: number): string {
  return words
    .slice(at, end)
    .map(({ raw }) => raw)
    .join(' ');
}
