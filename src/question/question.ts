import type { Word } from '../record/words.ts';
import type { DateMention } from './dates/date-mention.ts';
import type { IntentReading } from './intent.ts';
import type { Mention } from './mention.ts';
import type { Correction } from './spelling.ts';

/** How an actor stands to what the question describes. */
export type Role = 'by' | 'likely-by' | 'against' | 'speaker' | 'any';

/** A word of the question that describes the event and is no name: it must be met by the event's own words. */
export interface ContentWord {
  /** Index of its first word and of the one after its last. */
  start: number;
  end: number;
  text: string;
  /** The index tokens that meet it, with how exactly each does (1 the word itself, less for a synonym). */
  tokens: readonly { token: string; quality: number }[];
  /** A number, by its digits. */
  number?: string;
  /** Part of a mention that is no name: met by the event's fields or by its words, whichever is better. */
  within?: number;
  /** In no vocabulary at all: a name nobody listed, or a word of another subject. */
  unknown: boolean;
  /** A common English word that the subject does not use. */
  ordinary: boolean;
  /** A name of the rest of the world that the record does not use. */
  elsewhere: boolean;
  /** Written with a capital inside the question, as names are. */
  capital: boolean;
}

/** A question as it was read: everything a timeline can make of its words, by word index. */
export interface Question {
  text: string;
  words: readonly Word[];
  corrections: readonly Correction[];
  dates: readonly DateMention[];
  mentions: readonly Mention[];
  /** What the question counts or describes by a count: killed, wounded, rockets. */
  measures: readonly Mention[];
  /** Role of each actor mention, by the index of its first word. */
  roles: ReadonlyMap<number, Role>;
  intent: IntentReading | undefined;
  content: readonly ContentWord[];
  /** Indexes of words that negate what follows them (not the 2020 vote). */
  negated: ReadonlySet<number>;
  /** Number of the sentence in which each word stands. */
  sentences: readonly number[];
  /** The sentence that asks; the others tell what for. */
  asking: number;
}
