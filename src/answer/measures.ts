import type { Timeline } from '../record/timeline.ts';

/** A measure, what it is a part of, and what it covers. */
export function measureClosure(id: string, timeline: Timeline): string[] {
  const measure = timeline.measures.get(id);
  return [
    id,
    ...(measure?.covers ?? []),
    ...(measure?.within === undefined ? [] : measureClosure(measure.within, timeline)),
  ];
}

/** Measures with what they cover: who asks for casualties is told of the dead and of the wounded. */
export function withCovered(ids: readonly string[], timeline: Timeline): string[] {
  return ids.flatMap((id) => [id, ...(timeline.measures.get(id)?.covers ?? [])]);
}

/** Whether what a measure counts is one of these or a part of one; "killed or wounded" is no part of the killed. */
export function countsToward(id: string, whole: ReadonlySet<string>, timeline: Timeline): boolean {
  const within = timeline.measures.get(id)?.within;
  return whole.has(id) || (within !== undefined && countsToward(within, whole, timeline));
}
