import { parseEdtf } from '../edtf.ts';
import type { Rule } from './index.ts';
import { atEvent, atFile } from './report.ts';

/** The timeline's stated coverage runs forward, and published events lie within it. */
export const coverageRules: Rule = (reading, timeline) => {
  const { from, to } = timeline.card.coverage;
  if (from > to) {
    return [
      atFile(
        reading.files.get('timeline.yaml')!,
        ['coverage', 'from'],
        'backward-coverage',
        `The coverage begins on ${from}, after its end on ${to}.`,
        'Write the first day that the record covers in from, and the last in to.',
      ),
    ];
  }
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
