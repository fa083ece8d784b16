import type { DateMention } from '../question/dates/date-mention.ts';
import { findDates } from '../question/dates/find-dates.ts';
import { type Word, words } from '../record/words.ts';
import { claimSentences } from './claim-sentences.ts';

/** A sentence, or a part of one, that says of something on which date it was. */
export interface DatedClaim {
  /** As it was written. */
  text: string;
  /** The same without the date; empty where the date is all that it says. */
  description: string;
  /** The date, with the words that introduce it. */
  date: DateMention;
}

/**
 * The dated claims of a text. A date that only bounds something ("since 2003") dates nothing, and is passed over. A sentence
 * with several dates is cut between them.
 * @param today the day on which the text was written, from which "last year" counts
 */
export function datedClaims(text: string, today: Temporal.PlainDate): DatedClaim[] {
  return claimSentences(text).flatMap((sentence) => {
    const all = words(sentence);
    const dates = findDates(sentence, all, today).filter(({ operator }) => operator === 'in');
    const cuts = dates.slice(1).map((date, index) => cutBetween(sentence, all, dates[index]!, date));
    const edges = [0, ...cuts, sentence.length];
    return dates.flatMap((date, index) => claimOf(sentence, all, date, edges[index]!, edges[index + 1]!));
  });
}

function claimOf(sentence: string, all: readonly Word[], date: DateMention, from: number, to: number): DatedClaim[] {
  const before = sentence.slice(from, all[date.start]!.start);
  const after = sentence.slice(all[date.end - 1]!.end, to);
  const description = tidy(`${tidy(before)} ${tidy(after)}`);
  return /\p{L}/u.test(description) ? [{ text: tidy(sentence.slice(from, to)), description, date }] : [];
}

/** Where what is said of one date ends and what is said of the next begins: the last joint between them. */
function cutBetween(sentence: string, all: readonly Word[], date: DateMention, next: DateMention): number {
  const end = all[date.end - 1]!.end;
  const between = sentence.slice(end, all[next.start]!.start);
  const joint = [...between.matchAll(/[,;:–—]|\b(?:and|but|while|then|before|after)\b/gi)].at(-1);
  return joint ? end + joint.index : end;
}

/** Without what joined it to its neighbours. */
function tidy(text: string): string {
  return text
    .replace(/^[\s,;:.)\]–—•*-]+|[\s,;:([–—-]+$/gu, '')
    .replace(/^(?:and|but|while|then)\s+/i, '')
    .trim();
}
