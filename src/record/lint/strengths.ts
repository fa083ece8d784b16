import { strengthOf } from '../source-strength.ts';
import type { Rule } from './index.ts';
import { atEvent } from './report.ts';

/** Of each source is known how strong it is; where a timeline ranks no publishers, nobody asks. */
export const strengthRules: Rule = (reading) => {
  const publishers = new Map(reading.publishers.map((publisher) => [publisher.name, publisher]));
  if (publishers.size === 0) return [];
  return reading.eventFiles.flatMap((event) =>
    event.record.sources.flatMap((source, index) => {
      if (strengthOf(source, publishers) !== undefined) return [];
      const name = source.carries ?? source.publisher;
      return [
        atEvent(
          event,
          ['sources', index, source.carries === undefined ? 'publisher' : 'carries'],
          'unranked-publisher',
          `publishers.yaml does not say how strong ${name} is as evidence: it counts as the weakest.`,
          `Add ${name} to publishers.yaml, or mend its name.`,
          'warning',
        ),
      ];
    }),
  );
};
