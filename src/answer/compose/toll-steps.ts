import type { Figure } from '../../record/timeline.ts';

/** Fewest numbers over which a toll is told as rising; two are told side by side. */
const RISE = 3;

/** A toll as it is told: one figure, or a rise from the first figure to the newest over those between. */
export type TollStep = { figure: Figure } | { from: Figure; to: Figure; steps: number };

/**
 * The figures of one toll as they are told, in order of date: those that count the same people and only ever grew are one
 * rise, all others stand side by side.
 * @param figures in order of date
 * @param peopleOf tells which figures count the same people; nothing for one that is no part of any rise
 */
export function tollSteps(
  figures: readonly Figure[],
  peopleOf: (figure: Figure) => string | undefined,
): readonly TollStep[] {
  const groups = Map.groupBy(figures.filter(isDatedNumber), peopleOf);
  const rises = [...groups]
    .filter(([people, group]) => people !== undefined && isRise(group))
    .map(([, group]) => group);
  return figures.flatMap((figure): TollStep[] => {
    const rise = rises.find((group) => group.includes(figure));
    if (!rise) return [{ figure }];
    return figure === rise[0] ? [{ from: figure, to: rise.at(-1)!, steps: numbersOf(rise).size - 1 }] : [];
  });
}

function isDatedNumber({ value, asOf }: Figure): boolean {
  return typeof value === 'number' && asOf !== undefined;
}

function numbersOf(figures: readonly Figure[]): Set<number> {
  return new Set(figures.map(({ value }) => value as number));
}

function isRise(figures: readonly Figure[]): boolean {
  const values = figures.map(({ value }) => value as number);
  return numbersOf(figures).size >= RISE && values.every((value, index) => index === 0 || value >= values[index - 1]!);
}
