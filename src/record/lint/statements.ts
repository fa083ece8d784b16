import { addDays, parseEdtf } from '../edtf.ts';
import type { EventFile } from '../load.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './index.ts';
import { atEvent } from './report.ts';

/** Statuses that say that nobody claimed it, or leave no room for a claim. */
const WITHOUT_CLAIM = ['attributed', 'unclaimed', 'not-applicable'];

/** Who claimed an event and how its attribution stands agree: answers tell both. */
export const claimRules: Rule = (reading) =>
  reading.eventFiles.flatMap((event) => {
    const { status, claimedBy = [] } = event.record.attribution;
    if (claimedBy.length === 0 || !WITHOUT_CLAIM.includes(status)) return [];
    return [
      atEvent(
        event,
        ['attribution', 'status'],
        'claim-against-status',
        `The status is ${status}, but ${claimedBy.join(', ')} claimed it.`,
        'Write claimed, or disputed where the claim is doubted; or take the claim out.',
      ),
    ];
  });

/** A number cannot have been given later than every page that carries it. */
export const figureRules: Rule = (reading) => reading.eventFiles.flatMap(lateFigures);

function lateFigures(event: EventFile): Problem[] {
  const dates = new Map(event.record.sources.map(({ key, date }) => [key, date]));
  return (event.record.figures ?? []).flatMap(({ asOf, sources }, index) => {
    const carried = sources.map((key) => dates.get(key));
    if (asOf === undefined || carried.includes(undefined)) return [];
    const latest = carried
      .map((date) => parseEdtf(date!).last)
      .sort()
      .at(-1)!;
    // What is said after midnight in the Middle East stands in American papers of the day before.
    if (parseEdtf(asOf).first <= addDays(latest, 1)) return [];
    return [
      atEvent(
        event,
        ['figures', index, 'asOf'],
        'as-of-after-sources',
        `The figure is as of ${asOf}, later than the last of its sources, ${latest}.`,
        'Correct whichever of the two is wrong.',
        'warning',
      ),
    ];
  });
}
