import type { DayChoice } from '../days.ts';
import type { DigestKind } from '../order.ts';
import type { OrderProblem } from '../order-error.ts';
import type { TypedWord } from './word.ts';

/** How often, said without saying on which day. */
export type Frequency = 'daily' | 'weekly' | 'monthly';

/** What some words of an order say. */
export type Part =
  /** `common` is a word that stands for one digest, and with any other of them for digests at large. */
  | { sort: 'digest'; digest: DigestKind; common: boolean }
  | { sort: 'time'; hour: number; minute: number }
  | { sort: 'days'; days: readonly DayChoice[] }
  | { sort: 'frequency'; frequency: Frequency }
  | { sort: 'zone'; timeZone: string }
  | { sort: 'cron'; cron: string }
  /** None where it is said that none are wanted. */
  | { sort: 'leads'; leads: readonly string[] }
  | { sort: 'milestones' }
  | { sort: 'empty'; emptyDays: 'silent' | 'say' }
  | { sort: 'weight'; weight: number }
  | { sort: 'names'; of: 'timeline' | 'place' | 'actor' | 'kind'; names: readonly string[] }
  /** Words that say nothing: "at", "every". */
  | { sort: 'nothing' }
  /** `instead` is what the words would have been, had they been right. */
  | { sort: 'problem'; problem: OrderProblem; instead?: 'time' | 'days' | 'zone' | 'cron' | 'leads' };

/** A part with the words that say it, from the one it was looked for at until `end`. */
export interface FoundPart {
  part: Part;
  end: number;
}

/** Looks for a part that begins at a word. */
export type ReadPart = (words: readonly TypedWord[], at: number, text: string) => FoundPart | undefined;
