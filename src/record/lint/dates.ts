import { parseEdtf } from '../edtf.ts';
import { dayAtHome } from '../timeline.ts';
import type { Rule } from './index.ts';
import { atEvent } from './report.ts';

/** The id begins with the event's first day, and a stated home date agrees with the clock. */
export const dateRules: Rule = (reading, timeline) =>
  reading.eventFiles.flatMap((event) => {
    const { record } = event;
    const problems = [];
    const first = parseEdtf(record.date).first;
    if (!record.id.startsWith(`${first}-`)) {
      problems.push(
        atEvent(
          event,
          ['date'],
          'date-against-id',
          `The date begins on ${first}, the id says ${record.id.slice(0, 10)}.`,
          'Correct whichever of the two is wrong; an id is changed only before it is published.',
        ),
      );
    }
    const home = timeline.card.home;
    if (record.homeDate !== undefined && record.time !== undefined && home) {
      const computed = dayAtHome(first, record.time, record.timeZone, home.timeZone);
      problems.push(
        atEvent(
          event,
          ['homeDate'],
          'home-date-computed',
          `The date in ${home.name} follows from the time: it was ${computed} there.`,
          'Remove homeDate, or remove the time if no source states it.',
        ),
      );
    }
    if (record.homeDate !== undefined && !home) {
      problems.push(
        atEvent(
          event,
          ['homeDate'],
          'no-home-clock',
          'The timeline names no home clock.',
          'Remove homeDate, or add home to timeline.yaml.',
        ),
      );
    }
    return problems;
  });
