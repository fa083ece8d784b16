import { plain } from '../answer/wording.ts';
import { type DigestDraft, line } from './digest-draft.ts';
import type { Falling } from './falling.ts';
import { leftOut } from './left-out.ts';
import { occasionLine, occasionLines } from './occasion-lines.ts';

/** Most occasions that one digest tells by day; the weightiest are told, the others counted. */
const TOLD = 20;
/** Of these, how many are told with their dead and their tolls. */
const IN_FULL = 6;

/**
 * Adds a section for each day with what falls on it, in order of rank, and one that counts what is left out.
 * @param falling in order of rank
 * @param worthMore which of them are told with their dead and their tolls, the first few in order of rank
 */
export function sectionsByDay(
  draft: DigestDraft,
  falling: readonly Falling[],
  headingOf: (day: string) => string,
  worthMore: (falling: Falling) => boolean = () => true,
): void {
  const told = new Set(falling.slice(0, TOLD));
  const inFull = new Set([...told].filter(worthMore).slice(0, IN_FULL));
  const untold: Falling[] = [];
  const byDay = [...Map.groupBy(falling, ({ days }) => days.first)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [day, all] of byDay) {
    const kept = all.filter((each) => told.has(each));
    if (kept.length === 0) untold.push(...all);
    draft.section(
      headingOf(day),
      kept.flatMap((each) => (inFull.has(each) ? occasionLines(draft, each) : [occasionLine(draft, each)])),
      kept.length === 0 ? undefined : leftOut(all.filter((each) => !told.has(each))),
    );
  }
  const elsewhere = leftOut(untold);
  if (elsewhere !== undefined) draft.section('Other days', [line('note', [plain(elsewhere)])]);
}
