import type { Rule } from './index.ts';
import { atEvent, remedyForUnknown } from './report.ts';

/** Events that are mixed up with each other say so on both sides. */
export const confusionRules: Rule = (reading, timeline) =>
  reading.eventFiles.flatMap((event) =>
    (event.record.confusedWith ?? []).flatMap((other, index) => {
      const path = ['confusedWith', index];
      const target = timeline.byId.get(other);
      if (!target) {
        return [
          atEvent(
            event,
            path,
            'unknown-confusion',
            `There is no event ${other}.`,
            remedyForUnknown(other, timeline.byId.keys(), 'events/'),
          ),
        ];
      }
      if (other === event.record.id) {
        return [
          atEvent(event, path, 'confusion-with-itself', 'The event is confused with itself.', 'Remove the line.'),
        ];
      }
      if (target.confusedWith?.includes(event.record.id)) return [];
      return [
        atEvent(
          event,
          path,
          'one-sided-confusion',
          `${other} does not point back.`,
          `Add ${event.record.id} to confusedWith of ${other}, or remove the line here.`,
        ),
      ];
    }),
  );
