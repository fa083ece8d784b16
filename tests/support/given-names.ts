import type { FilterNames, FilterSort, NameReading } from '../../src/digest/filter-names.ts';

/** Names that a test gives: of each sort, what is typed, and the ids that it can stand for. */
export function givenNames(
  given: Partial<Record<FilterSort, Readonly<Record<string, readonly string[]>>>> = {},
): FilterNames {
  const idsOf = (sort: FilterSort, typed: string): readonly string[] =>
    Object.entries(given[sort] ?? {}).find(([name]) => name.toLowerCase() === typed.toLowerCase())?.[1] ??
    (Object.values(given[sort] ?? {}).some((ids) => ids.includes(typed)) ? [typed] : []);
  const nameOf = (sort: FilterSort, id: string) =>
    Object.entries(given[sort] ?? {}).find(([, ids]) => ids.length === 1 && ids[0] === id)?.[0] ?? id;
  return {
    readings: (sort, typed) =>
      idsOf(sort, typed).map((id): NameReading => ({ ids: [id], name: nameOf(sort, id), timelines: ['given'] })),
    near: () => [],
    nameOf,
  };
}
