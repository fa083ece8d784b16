/** What a filter can name. */
export const FILTER_SORTS = ['timeline', 'place', 'actor', 'kind'] as const;
export type FilterSort = (typeof FILTER_SORTS)[number];

/** One thing that a typed name can stand for. */
export interface NameReading {
  /** Several where one word covers several kinds ("strike"). */
  ids: readonly string[];
  /** Its name in the record. */
  name: string;
  /** Names of the timelines that hold it. */
  timelines: readonly string[];
}

/** Turns names as people type them into ids of the record, and back; what knows the record implements it. */
export interface FilterNames {
  /**
   * What a name can stand for: its aliases and spellings work as in questions, and ids do.
   * @param timeline name of the only timeline to look into; absent for all
   * @returns several where the name is ambiguous, none where nothing has it
   */
  readings(sort: FilterSort, typed: string, timeline?: string): readonly NameReading[];
  /** Names like one that nothing has, a few at most. */
  near(sort: FilterSort, typed: string, timeline?: string): readonly string[];
  /** The name of what an id stands for; the id itself where the record holds no such thing any more. */
  nameOf(sort: FilterSort, id: string): string;
}
