import { daysBetween, parseEdtf } from '../edtf.ts';
import type { EventFile } from '../load.ts';
import { words } from '../words.ts';
import type { Rule } from './index.ts';
import { atEvent } from './report.ts';

/** Days apart within which two like events may be one event entered twice. */
const WINDOW_DAYS = 2;
/** Share of title words in common from which two titles tell the same. */
const LIKE_TITLES = 0.6;

/** Events of one kind at one place within days of each other, with like titles, that do not point at each other. */
export const duplicateRules: Rule = (reading, timeline) =>
  reading.eventFiles.flatMap((event, index) =>
    reading.eventFiles.slice(index + 1).flatMap((other) => {
      if (!alike(event, other) || aware(event, other)) return [];
      return [
        atEvent(
          other,
          ['id'],
          'near-duplicate',
          `It looks like ${event.record.id} entered twice.`,
          'Merge them, or link them or list each in the confusedWith of the other.',
          'warning',
        ),
      ];
      function aware(a: EventFile, b: EventFile): boolean {
        return pointsAt(a, b) || pointsAt(b, a);
      }
      function pointsAt(a: EventFile, b: EventFile): boolean {
        const record = timeline.byId.get(a.record.id);
        return Boolean(
          record?.confusedWith?.includes(b.record.id) || record?.links?.some((link) => link.to === b.record.id),
        );
      }
    }),
  );

function alike(a: EventFile, b: EventFile): boolean {
  if (a.record.kind !== b.record.kind) return false;
  if (!a.record.places.some((place) => b.record.places.includes(place))) return false;
  const apart = Math.abs(daysBetween(parseEdtf(a.record.date).first, parseEdtf(b.record.date).first));
  return apart <= WINDOW_DAYS && share(a.record.title, b.record.title) >= LIKE_TITLES;
}

function share(a: string, b: string): number {
  const left = new Set(words(a).map((word) => word.folded));
  const right = new Set(words(b).map((word) => word.folded));
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.min(left.size, right.size);
}
