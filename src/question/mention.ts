import type { Meaning } from './lexicon.ts';
import type { Nought } from './nought.ts';

/** A span of the question that names something of the timeline, with everything it can mean. */
export interface Mention {
  /** Index of its first word and of the one after its last. */
  start: number;
  end: number;
  text: string;
  meanings: readonly Meaning[];
  /** A measure of people killed or hurt. */
  toll?: boolean;
  /** A measure of what befell people: killed, hurt, captured, freed. */
  fate?: boolean;
  /** A toll that is denied ("no one killed"): how far what denies it reaches. */
  nought?: Nought;
  /** Ids of the weapons that a phrase of kind contains: "ballistic missile attack". */
  weapons?: readonly string[];
}

/** The meanings of one sort that a mention carries. */
export function meaningsOf<T extends Meaning['type']>(mention: Mention, type: T): Extract<Meaning, { type: T }>[] {
  return mention.meanings.filter((meaning): meaning is Extract<Meaning, { type: T }> => meaning.type === type);
}

/** Whether a mention names a place, an actor, a person or an event. */
export function isName(mention: Mention): boolean {
  return mention.meanings.some((meaning) => ['place', 'actor', 'person', 'event-name'].includes(meaning.type));
}
