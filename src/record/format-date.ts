import { type EdtfDate, endsOf, parseEdtf } from './edtf.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const SEASONS: Record<string, string> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };

/**
 * An EDTF date as a reader would write it: `2020-01-08` → "8 January 2020", `2026-03-12~` → "about 12 March 2026",
 * `2024-01-2X` → "20–29 January 2024", `1980-04-24/1980-04-25` → "24–25 April 1980", `2023-10-07/..` → "from 7 October 2023".
 * @throws EdtfError when the string is no EDTF date.
 */
export function formatEdtf(edtf: string): string {
  const date = parseEdtf(edtf);
  if (date.precision !== 'interval') return formatSingle(edtf);
  const { start, end } = endsOf(edtf);
  if (start && end) return formatSpan(start, end);
  return start ? `from ${formatSingle(start.edtf)}` : `until ${formatSingle(end?.edtf ?? '')}`;
}

/** An interval with two ends, with what both ends share written once. */
function formatSpan(start: EdtfDate, end: EdtfDate): string {
  const [from, to] = [start.edtf, end.edtf];
  const plain = [start, end].every((date) => !date.approximate && !date.uncertain);
  if (from === to) return formatSingle(from);
  if (plain && start.precision === end.precision && sameYear(start.first, end.first)) {
    if (start.precision === 'day') {
      const [day, month] = [dayOf(start.first), monthOf(start.first)];
      return month === monthOf(end.first)
        ? `${day}–${formatDay(end.first)}`
        : `${day} ${month} to ${formatDay(end.first)}`;
    }
    if (start.precision === 'month') return `${monthOf(start.first)} to ${monthOf(end.first)} ${yearOf(end.first)}`;
  }
  return `${formatSingle(from)} to ${formatSingle(to)}`;
}

function formatSingle(edtf: string): string {
  const date = parseEdtf(edtf);
  const about = date.approximate ? 'about ' : '';
  const doubt = date.uncertain ? ' (uncertain)' : '';
  return `${about}${formatUnqualified(edtf.replace(/[~?%]$/, ''))}${doubt}`;
}

function formatUnqualified(edtf: string): string {
  const { first, last, precision } = parseEdtf(edtf);
  switch (precision) {
    case 'day':
      return formatDay(first);
    case 'days':
      return first === last ? formatDay(first) : `${dayOf(first)}–${formatDay(last)}`;
    case 'month':
      return `${monthOf(first)} ${yearOf(first)}`;
    case 'season':
      return formatSeason(edtf, first, last);
    case 'decade':
      // "the 1900s" could be ten years or a hundred: such spans are written out.
      return edtf.endsWith('XX') || edtf.endsWith('00X') ? `${yearOf(first)}–${yearOf(last)}` : `the ${yearOf(first)}s`;
    default:
      return String(yearOf(first));
  }
}

/** A winter runs over the turn of the year: "winter 2024–25". */
function formatSeason(edtf: string, first: string, last: string): string {
  const name = SEASONS[edtf.slice(-2)];
  return sameYear(first, last) ? `${name} ${yearOf(first)}` : `${name} ${yearOf(first)}–${last.slice(2, 4)}`;
}

function formatDay(day: string): string {
  return `${dayOf(day)} ${monthOf(day)} ${yearOf(day)}`;
}

function sameYear(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function monthOf(day: string): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
}

function dayOf(day: string): number {
  return Number(day.slice(8, 10));
}
