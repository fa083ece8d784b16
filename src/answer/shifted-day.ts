import { addDays } from '../record/edtf.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { findAnchor } from './anchor.ts';
import type { Ask } from './ask.ts';

/** Days in each unit by which a day is counted from an event. */
const UNITS: Record<string, number> = { day: 1, days: 1, week: 7, weeks: 7 };

/** A day counted from an event: "two days before the Erbil attack". */
export interface ShiftedDay {
  /** `YYYY-MM-DD`. */
  day: string;
  anchor: TimelineEvent;
}

/** Days from an event beyond which nobody counts, and no calendar need reach. */
const FARTHEST_DAYS = 100_000;

/** The day that a question counts from an event; nothing where it counts none, or the event is not one. */
export function shiftedDay(ask: Ask): ShiftedDay | undefined {
  const { words } = ask.question;
  const { analyzer } = ask.engine.language;
  for (let index = 1; index + 1 < words.length; index++) {
    const unit = UNITS[words[index]!.folded];
    const side = words[index + 1]!.folded;
    if (unit === undefined || (side !== 'before' && side !== 'after')) continue;
    const before = words[index - 1]!.folded;
    const number = before === 'the' || before === 'a' ? 1 : Number(analyzer.key(before));
    if (!Number.isInteger(number) || number * unit > FARTHEST_DAYS) continue;
    const anchored = findAnchor(ask);
    // What else is said describes an event of its own, and the clause only places it.
    if (
      anchored?.at !== index + 1 ||
      anchored.rest.some(
        (constraint) => constraint.type !== 'word' || !(constraint.word.ordinary || constraint.start === index - 1),
      )
    )
      return undefined;
    return {
      day: addDays(anchored.anchor.when.first, (side === 'before' ? -1 : 1) * number * unit),
      anchor: anchored.anchor,
    };
  }
  return undefined;
}
