import type { Source } from './event-schema.ts';
import type { Strength } from './strength.ts';
import type { Publisher } from './vocabulary-schema.ts';

/** A source of which is known how strong it is as evidence. */
export interface RankedSource extends Source {
  strength: Strength;
}

/** Whose report a page gives, in its own words or in the page's: two pages of one origin are one witness. */
export function originOf({ publisher, carries, cites }: Pick<Source, 'publisher' | 'carries' | 'cites'>): string {
  return carries ?? cites ?? publisher;
}

/**
 * How strong a source is, by whose text it is: a copy is as strong as what it copies, a retelling as who retells.
 * @returns undefined where neither the source nor the publishers of the timeline say it
 */
export function strengthOf(source: Source, publishers: ReadonlyMap<string, Publisher>): Strength | undefined {
  return source.strength ?? publishers.get(source.carries ?? source.publisher)?.strength;
}

/** The sources with their strengths; what nobody ranked counts as the weakest. */
export function ranked(sources: readonly Source[], publishers: ReadonlyMap<string, Publisher>): RankedSource[] {
  return sources.map((source) => ({ ...source, strength: strengthOf(source, publishers) ?? 'other' }));
}
