import type { Run } from '../answer/answer.ts';
import { bothDates, counted, plain, strong } from '../answer/wording.ts';
import type { Occasion } from '../calendar/occasion.ts';
import { formatEdtf } from '../record/format-date.ts';

/**
 * An occasion in words: "5 years since: Iran fires … (8 January 2020; 7 January in Washington)". It says what is known of
 * the date: "some time in January 2029", "about", which end of a longer event, and why a 29 February is told on the 28th.
 * The form is the same sober one for all: many of them are deaths.
 * @param home the place of the timeline's second clock; absent where it has none
 */
export function describeOccasion(occasion: Occasion, home?: string): Run[] {
  const { event, part, approximate } = occasion;
  const since = part === 'whole' ? 'since' : `since the ${part}`;
  const about = approximate ? 'about ' : '';
  const dates = part === 'end' ? formatEdtf(event.date) : bothDates(event, home);
  return [
    strong(`${about}${counted(occasion.years, 'year')} ${since}`),
    plain(`${someTime(occasion)}: ${event.title} (${dates})${leapDay(occasion)}`),
  ];
}

/** ", some time in 20–29 January 2029", where the day is not known. */
function someTime({ precision, first, last }: Occasion): string {
  if (first === last) return '';
  const year = first.slice(0, 4);
  switch (precision) {
    case 'days':
      return `, some time in ${formatEdtf(`${first}/${last}`)}`;
    case 'month':
      return `, some time in ${formatEdtf(first.slice(0, 7))}`;
    case 'season':
      return `, some time in ${formatEdtf(`${year}-${SPRING - 1 + Number(first.slice(5, 7)) / 3}`)}`;
    default:
      return `, some time in ${year}`;
  }
}

/** The code of spring in EDTF. Seasons begin every third month, with March. */
const SPRING = 21;

/** ", told on 28 February, since 2027 has no 29th", where that is so. */
function leapDay({ fromLeapDay, first }: Occasion): string {
  return fromLeapDay ? `, told on 28 February, since ${first.slice(0, 4)} has no 29th` : '';
}
