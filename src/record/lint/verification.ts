import type { EventFile } from '../load.ts';
import type { Problem } from '../problem.ts';
import { recheckOf } from '../recheck.ts';
import { atEvent } from './report.ts';

/** Published events that no second reader has checked, or none for more than a year. @param today YYYY-MM-DD */
export function verificationProblems(events: readonly EventFile[], today: string): Problem[] {
  return events.flatMap((event) => {
    const reason = recheckOf(event.record, today);
    if (reason === undefined) return [];
    const { rule, message } =
      reason === 'unverified'
        ? { rule: 'unverified', message: 'No second reader has checked the event.' }
        : {
            rule: 'verified-long-ago',
            message: `A second reader checked the event last on ${event.record.verified!.on}, more than a year ago.`,
          };
    const remedy = 'Read it again beside other pages, mend what is wrong, and set verified.';
    const path = reason === 'unverified' ? [] : ['verified', 'on'];
    return [atEvent(event, path, rule, message, remedy, 'warning')];
  });
}
