import type { BriefEvent } from '../answer/browse/index.ts';
import { counted } from '../answer/wording.ts';
import type { Occasion } from '../calendar/occasion.ts';
import { formatEdtf } from '../record/format-date.ts';

/** "7 years". */
export function occasionYears({ years }: Occasion): string {
  return counted(years, 'year');
}

/** "8 January 2020 (7 January in Washington)", "17 October 2023, when it began". */
export function occasionDate({ part, event, fromLeapDay }: Occasion, { homeDate }: BriefEvent): string {
  const [start = event.date, end = start] = event.date.split('/');
  const date = formatEdtf(part === 'end' ? end : start);
  const remarks = [
    ...(homeDate === undefined || part === 'end' ? [] : [homeDate]),
    ...(fromLeapDay ? ['this year has no 29 February'] : []),
  ];
  const when = part === 'whole' ? '' : part === 'start' ? ', when it began' : ', when it ended';
  return `${date}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}${when}`;
}
