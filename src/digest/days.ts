import { joinWords } from '../answer/wording.ts';

/** A choice of days that five fields of cron can hold, Sunday being 0. The days of an order are the union of its choices. */
export type DayChoice =
  | { sort: 'weekday'; weekday: number }
  /** The first to fifth, or the last, of that weekday in each month. */
  | { sort: 'nth'; nth: number | 'last'; weekday: number }
  /** A day of each month, of those that have it; or the last day. */
  | { sort: 'date'; date: number | 'last' }
  /** The first or the last of Monday to Friday in each month. */
  | { sort: 'working'; which: 'first' | 'last' };

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const NTHS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** Monday to Friday, and Saturday with Sunday. */
export const WORKING_WEEK: readonly DayChoice[] = [1, 2, 3, 4, 5].map((weekday) => ({ sort: 'weekday', weekday }));
export const WEEKEND: readonly DayChoice[] = [6, 0].map((weekday) => ({ sort: 'weekday', weekday }));

/** The last three fields of a cron expression for the union of choices; every day where there is none. */
export function cronOfDays(choices: readonly DayChoice[]): string {
  const weekdays = weekdaysOf(choices);
  if (choices.length === 0 || weekdays.length === 7) return '* * *';
  const working = weekdays.join() === '1,2,3,4,5';
  const ofWeek = [
    ...(working ? ['1-5'] : weekdays.map(String)),
    ...choices.flatMap((choice) =>
      choice.sort === 'nth' ? [`${choice.weekday}#${choice.nth === 'last' ? 'L' : choice.nth}`] : [],
    ),
  ];
  const ofMonth = [
    ...choices
      .flatMap((choice) => (choice.sort === 'date' && choice.date !== 'last' ? [choice.date] : []))
      .sort(ascending),
    ...choices.flatMap((choice) =>
      choice.sort === 'date' && choice.date === 'last'
        ? ['L']
        : choice.sort === 'working'
          ? [choice.which === 'first' ? '1W' : 'LW']
          : [],
    ),
  ];
  return `${[...new Set(ofMonth)].join() || '*'} * ${[...new Set(ofWeek)].join() || '*'}`;
}

/** The choices that the last three fields of a cron expression hold; undefined where no choice of words says the same. */
export function daysOfCron(ofMonth: string, month: string, ofWeek: string): DayChoice[] | undefined {
  if (month !== '*') return undefined;
  const choices = [...itemsOf(ofMonth).map(choiceOfMonth), ...itemsOf(ofWeek).flatMap(choicesOfWeek)];
  return choices.every((choice) => choice !== undefined) ? choices : undefined;
}

/** Choices in words: "each weekday", "each Monday and Friday", "on the first Monday of each month". */
export function describeDays(choices: readonly DayChoice[]): string {
  const weekdays = weekdaysOf(choices);
  if (choices.length === 0 || weekdays.length === 7) return 'each day';
  const ofWeek =
    weekdays.join() === '1,2,3,4,5'
      ? ['each weekday']
      : weekdays.join() === '0,6'
        ? ['each Saturday and Sunday']
        : weekdays.length > 0
          ? [`each ${joinWords(weekdays.map((weekday) => WEEKDAYS[weekday]!))}`]
          : [];
  const ofMonth = choices.flatMap((choice) => describeOfMonth(choice) ?? []);
  return joinWords([...ofWeek, ...(ofMonth.length > 0 ? [`on the ${joinWords(ofMonth)} of each month`] : [])]);
}

/** "1st", "22nd", "13th". */
export function ordinal(day: number): string {
  const teen = day % 100 > 10 && day % 100 < 14;
  return `${day}${(teen ? undefined : ['', 'st', 'nd', 'rd'][day % 10]) || 'th'}`;
}

function describeOfMonth(choice: DayChoice): string | undefined {
  switch (choice.sort) {
    case 'weekday':
      return undefined;
    case 'nth':
      return `${choice.nth === 'last' ? 'last' : NTHS[choice.nth - 1]} ${WEEKDAYS[choice.weekday]}`;
    case 'date':
      return choice.date === 'last' ? 'last day' : ordinal(choice.date);
    case 'working':
      return `${choice.which} weekday`;
  }
}

/** The plain weekdays among choices, in order, each once. */
function weekdaysOf(choices: readonly DayChoice[]): number[] {
  const found = choices.flatMap((choice) => (choice.sort === 'weekday' ? [choice.weekday] : []));
  return [...new Set(found)].sort(ascending);
}

function ascending(a: number, b: number): number {
  return a - b;
}

function itemsOf(field: string): string[] {
  return field === '*' ? [] : field.split(',');
}

function choiceOfMonth(item: string): DayChoice | undefined {
  if (item === 'L') return { sort: 'date', date: 'last' };
  if (item === '1W' || item === 'LW') return { sort: 'working', which: item === '1W' ? 'first' : 'last' };
  const date = /^\d{1,2}$/.test(item) ? Number(item) : 0;
  return date >= 1 && date <= 31 ? { sort: 'date', date } : undefined;
}

const NAMES = WEEKDAYS.map((name) => name.slice(0, 3).toUpperCase());

function choicesOfWeek(item: string): (DayChoice | undefined)[] {
  const [, from = '', to, nth] = /^([0-7]|[a-z]{3})(?:-([0-7]|[a-z]{3})|#([1-5L]))?$/i.exec(item) ?? [];
  const first = weekdayOf(from);
  if (first === undefined) return [undefined];
  if (nth !== undefined) return [{ sort: 'nth', nth: nth === 'L' ? 'last' : Number(nth), weekday: first % 7 }];
  const last = to === undefined ? first : weekdayOf(to);
  if (last === undefined || last < first) return [undefined];
  return Array.from({ length: last - first + 1 }, (_, offset) => ({ sort: 'weekday', weekday: (first + offset) % 7 }));
}

/** 0 to 7 for a day of the week by number or by name. */
function weekdayOf(text: string): number | undefined {
  const named = NAMES.indexOf(text.toUpperCase());
  return /^[0-7]$/.test(text) ? Number(text) : named < 0 ? undefined : named;
}
