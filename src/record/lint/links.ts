import type { Rule } from './index.ts';
import { atEvent, remedyForUnknown } from './report.ts';

/** Links lead to other published events. */
export const linkRules: Rule = (reading, timeline) => {
  const candidates = new Set(reading.candidates.map((candidate) => candidate.record.id));
  const withdrawn = new Set(timeline.withdrawn.map(({ id }) => id));
  return reading.eventFiles.flatMap((event) =>
    (event.record.links ?? []).flatMap(({ to }, index) => {
      const path = ['links', index, 'to'];
      if (to === event.record.id) {
        return [atEvent(event, path, 'link-to-itself', 'The event is linked to itself.', 'Remove the link.')];
      }
      if (timeline.byId.has(to)) return [];
      if (candidates.has(to)) {
        return [
          atEvent(
            event,
            path,
            'link-to-candidate',
            `${to} is a candidate, not published.`,
            'Remove the link until the candidate is published.',
          ),
        ];
      }
      if (withdrawn.has(to))
        return [atEvent(event, path, 'link-to-withdrawn', `${to} was withdrawn.`, 'Remove the link.')];
      return [
        atEvent(
          event,
          path,
          'unknown-link',
          `There is no event ${to}.`,
          remedyForUnknown(to, timeline.byId.keys(), 'events/'),
        ),
      ];
    }),
  );
};
