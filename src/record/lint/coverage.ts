import { parseEdtf } from '../edtf.ts';
import type { Rule } from './index.ts';
import { atEvent } from './report.ts';

/** Published events lie within the timeline's stated coverage. */
export const coverageRules: Rule = (reading, timeline) => {
  const { from, to } = timeline.card.coverage;
  return reading.eventFiles.flatMap((event) => {
    const { first } = parseEdtf(event.record.date);
    if (first >= from && first <= to) return [];
    return [
      atEvent(
        event,
        ['date'],
        'outside-coverage',
        `${first} is outside the coverage, ${from} to ${to}.`,
        'Move the file to candidates/, or widen coverage in timeline.yaml if the record is complete up to there.',
      ),
    ];
  });
};
