import type { Statement } from '../answer/answer.ts';
import { joinWords } from '../answer/wording.ts';
import { dayOfYear } from './day-words.ts';
import type { DigestDraft } from './digest-draft.ts';
import type { Falling } from './falling.ts';
import { moreOnDay } from './more.ts';

/** Most occasions that one digest tells by day; the weightiest are told, the others counted. */
const TOLD = 20;
/** Days that are named where nothing of them is told. */
const NAMED = 3;

/** Adds a section for each day with what falls on it, in order of rank; and a note of what was left out. */
export function sectionsByDay(
  draft: DigestDraft,
  falling: readonly Falling[],
  headingOf: (day: string) => string,
  linesOf: (draft: DigestDraft, falling: Falling) => Statement[],
): void {
  const told = new Set(falling.slice(0, TOLD));
  const untold: string[] = [];
  const byDay = [...Map.groupBy(falling, ({ occasion }) => occasion.first)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [day, all] of byDay) {
    const kept = all.filter((each) => told.has(each));
    if (kept.length === 0) untold.push(...all.map(() => day));
    draft.section(
      headingOf(day),
      kept.flatMap((each) => linesOf(draft, each)),
      moreOnDay(all.length - kept.length, day),
    );
  }
  if (untold.length === 0) return;
  const days = [...new Set(untold)];
  const named = days.slice(0, NAMED).map(dayOfYear);
  const others = days.length - named.length;
  draft.note(
    `And ${untold.length} more on ${joinWords(others > 0 ? [...named, `${others} other days`] : named)}: ask with /dateline on and the day.`,
  );
}
