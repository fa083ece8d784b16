import type { Lexicon } from '../question/lexicon.ts';
import type { Figure, Timeline, TimelineEvent } from '../record/timeline.ts';
import { actorsIn } from './event-facts.ts';

/**
 * The figures of one answer, newest first, with the one in front that tells the most: a speaker with a name before one
 * without, the attacked before the attacker, and the whole before a part ("22 people" before "four contractors"). Of
 * counts of the same people the newest leads, whatever its size.
 */
export function leadFirst(
  newestFirst: readonly Figure[],
  event: TimelineEvent,
  timeline: Timeline,
  lexicon: Lexicon,
): Figure[] {
  const rank = (figure: Figure) => {
    const named = /not named|no speaker|unnamed|unidentified/i.test(figure.saidBy) ? 0 : 1;
    return named + (isBoast(figure, event, timeline, lexicon) ? 0 : 2);
  };
  const best = Math.max(0, ...newestFirst.map(rank));
  const trusted = newestFirst.filter((figure) => rank(figure) === best);
  // The newest of each group of people, of which the largest is the whole.
  const groups = new Map<string, Figure>();
  for (const figure of trusted) if (!groups.has(groupOf(figure))) groups.set(groupOf(figure), figure);
  const lead = [...groups.values()].reduce<Figure | undefined>(
    (largest, figure) => (largest && sizeOf(largest) >= sizeOf(figure) ? largest : figure),
    undefined,
  );
  return lead ? [lead, ...newestFirst.filter((figure) => figure !== lead)] : [...newestFirst];
}

/** Whether a figure is a toll that those who did it gave. */
export function isBoast(figure: Figure, event: TimelineEvent, timeline: Timeline, lexicon: Lexicon): boolean {
  if (timeline.measures.get(figure.what)?.toll !== true) return false;
  if (/news|media|press|report|outlet|agenc/i.test(figure.saidBy)) return false;
  const attackers = timeline.gazetteer.actorClosure(event.by);
  // Who hit their own does not boast of it.
  if ([...timeline.gazetteer.actorClosure(event.against)].some((id) => attackers.has(id))) return false;
  return [...actorsIn(figure.saidBy, timeline, lexicon)].some((id) => attackers.has(id));
}

/** Whom or what a figure counts, without what is said of them in brackets. */
function groupOf({ of, what }: Figure): string {
  return `${what}: ${of
    .split(/[(,;:]/)[0]!
    .trim()
    .toLowerCase()}`;
}

function sizeOf({ value }: Figure): number {
  if (typeof value === 'number') return value;
  return 'words' in value ? 0 : value.to;
}
