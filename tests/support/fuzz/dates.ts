import fc from 'fast-check';
import { MONTH_NAMES } from '../../../src/question/dates/calendar-words.ts';

const MONTHS = MONTH_NAMES.map((name) => name.charAt(0).toUpperCase() + name.slice(1));

/** How people write a day, and how they write one that there never was. */
const FORMS: readonly ((day: number, month: number, year: number) => string)[] = [
  (day, month, year) => `${day} ${MONTHS[month - 1]} ${year}`,
  (day, month, year) => `${MONTHS[month - 1]} ${day}, ${year}`,
  (day, month) => `${MONTHS[month - 1]!.slice(0, 3)} ${day}`,
  (day, month, year) => `the ${day}th of ${MONTHS[month - 1]!.toLowerCase()} ${year % 100}`,
  (day, month, year) => `${year}-${pad(month)}-${pad(day)}`,
  (day, month, year) => `${day}/${month}/${pad(year % 100)}`,
  (day, month, year) => `${pad(day)}.${pad(month)}.${year}`,
  (day, month, year) => `${year}${pad(month)}${pad(day)}`,
  (_, month, year) => `in ${MONTHS[month - 1]} ${year}`,
  (_, month, year) => `${month}/${year}`,
  (_day, _month, year) => `in ${year}`,
  (_day, _month, year) => `${year}-${year + 3}`,
  (_day, _month, year) => `the ${year - (year % 10)}s`,
  (_day, month, year) => `Q${Math.ceil(month / 3)} ${year}`,
  (day, _month, year) => `the summer of ${year} or the ${day}th`,
  (day, month, year) => `between ${day} and ${day + 2} ${MONTHS[month - 1]} ${year}`,
  (day, month, year) => `from ${MONTHS[month - 1]} ${year} to ${day} ${MONTHS[(month + 3) % 12]}`,
  (day) => `${day} days ago`,
  (day) => `in the last ${day} months`,
  (_, month) => `since ${MONTHS[month - 1]}`,
  (_day, _month, year) => `before Christmas ${year}`,
  (day, _month, year) => `${year}-W${pad(day)}`,
  (day, month, year) => `${year}-${pad(month)}-${pad(day)}T25:61:00Z`,
  () => 'last year',
  () => 'yesterday',
  () => 'two weeks after',
];

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** A date in some form of writing, near the record's span mostly; days run to 32, months do not. */
export const arbitraryDate: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...FORMS),
    fc.integer({ min: 0, max: 32 }),
    fc.integer({ min: 1, max: 12 }),
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1978, max: 2027 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 9999 }) },
    ),
  )
  .map(([form, day, month, year]) => form(day, month, year));

/** Numbers as they come, and as they should not. */
export const arbitraryNumber: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: -3, max: 2500 }).map(String),
  fc.constantFrom(
    '0',
    '1,000,000',
    '1e309',
    '-0',
    '½',
    'Ⅷ',
    '٢٠٢٠',
    '3.14',
    '9'.repeat(300),
    '0x1f',
    'NaN',
    'Infinity',
    '12:30',
    '#1',
    '100%',
    '$5bn',
    'seven',
    'a dozen',
    'the 3rd',
    '1-2-3-4-5',
    '999999999999999999999',
  ),
);
