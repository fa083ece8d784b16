import { nextRuns } from '../../calendar/runs.ts';
import type { Schedule } from '../../calendar/schedule.ts';

/** "Mon 16 March 2026, 08:30": a moment on the clock of an IANA zone. */
export function momentWords(moment: Date, timeZone: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const date = new Intl.DateTimeFormat('en-GB', { ...day, timeZone }).format(moment).replaceAll(',', '');
  return `${date}, ${clockWords(moment, timeZone)}`;
}

/** "Mon 16 March 2026". */
export function dayWords(moment: Date, timeZone: string): string {
  return momentWords(moment, timeZone).split(',')[0]!;
}

/** "08:30". */
function clockWords(moment: Date, timeZone: string): string {
  return moment.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The next runs of a schedule, each on its own clock, and on the reader's where that shows another time.
 * @param zone the reader's; absent where it is not known
 */
export function nextRunWords(schedule: Schedule, after: Date, count: number, zone?: string): string[] {
  return nextRuns(schedule, after, count).map((run) => {
    const there = momentWords(run, schedule.timeZone);
    const here = zone === undefined ? there : momentWords(run, zone);
    if (here === there) return there;
    const sameDay = here.split(',')[0] === there.split(',')[0];
    return `${there} (for you: ${sameDay ? clockWords(run, zone!) : here})`;
  });
}
