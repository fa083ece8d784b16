import type { Word } from '../record/words.ts';

/** How many words before and behind a toll's own belong to what makes it nought. */
export interface Nought {
  before: number;
  after: number;
}

/** Words that count none, before a toll or behind its verb: "no Americans died", "killed nobody". */
const NONE = /^(no|none|nobody|noone|nil|zero|0)$/;
/** Words that turn a toll into none, before it: "without casualties", "did not kill anyone". */
const NOT =
  /^(without|not|never|neither|nor|didnt|doesnt|dont|wasnt|werent|isnt|hasnt|havent|hadnt|couldnt|wouldnt|cannot)$/;
/** What a "no" or a "not" begins that counts something all the same: "no fewer than three", "not only", "no. of". */
const COUNTS = /^(fewer|less|more|longer|later|only|just|yet|of|sooner|doubt|matter|other)$/;
/** Those whom a toll counts, and what is said of a toll, between a "no" and its word. */
const PEOPLE =
  /^(troops?|soldiers?|service(m[ae]n|wom[ae]n|members?)?|members?|personnel|civilians?|contractors?|marines?|sailors?|airm[ae]n|guards?|forces?|staff|diplomats?|military|coalition|lives|life|losses|one|single|serious|reported|known|confirmed|immediate|further|major)$/;
/** Verbs by which a toll is brought about: "did not cause any casualties". */
const BRINGS =
  /^((caus|involv|produc|inflict|report|leav|suffer|claim|result|lead)(e|es|ed|ing|s)?|left|led|lost|los(e|es|ing))$/;
/** Most words between a "no" and its toll: "no U.S. or coalition troops were reported killed". */
const REACH = 7;

/** Where a clause of its own begins, which no "no" before it governs: "no, when was he killed". */
const ASKS = /^(when|what|which|how|where|why)$/;

/** Which words of a text may stand between a "no" and its toll. */
export interface Passing {
  /** Names those who are counted: "Americans". */
  isPeople(index: number): boolean;
  /** Says nothing of its own, or names a place: "was", "at Tower 22". */
  isSilent(index: number): boolean;
}

/**
 * What makes a toll nought: a "no", "nobody" or "without" that governs its word, or stands behind its verb.
 * @returns nothing where the toll is not denied
 */
export function noughtOf(
  text: string,
  words: readonly Word[],
  toll: { start: number; end: number },
  { isPeople, isSilent }: Passing,
): Nought | undefined {
  const folded = (index: number) => words[index]?.folded ?? '';
  if (NONE.test(folded(toll.start))) return { before: 0, after: 0 };
  const isParted = (index: number) =>
    /[,;:.?!()"“”]|\s[-–—]\s/.test(text.slice(words[index - 1]!.end, words[index]!.start));
  for (let index = toll.start - 1; index >= Math.max(0, toll.start - REACH) && !isParted(index + 1); index--) {
    const word = folded(index);
    if (NONE.test(word) || NOT.test(word))
      return COUNTS.test(folded(index + 1)) ? undefined : { before: toll.start - broughtBy(words, index), after: 0 };
    if (ASKS.test(word) || !(isPeople(index) || isSilent(index) || isCounted(word) || BRINGS.test(word))) break;
  }
  let end = toll.end;
  if (end >= words.length || isParted(end) || !NONE.test(folded(end)) || COUNTS.test(folded(end + 1))) return undefined;
  const isOne = (index: number) =>
    index < words.length && !isParted(index) && (isPeople(index) || isCounted(folded(index)));
  for (end++; isOne(end) || (/^(and|or|nor)$/.test(folded(end)) && isOne(end + 1)); ) end++;
  return { before: 0, after: end - toll.end };
}

/** Index of the verb that a "no" is the object of: "caused no casualties", "resulted in no deaths"; of the "no" where none is. */
function broughtBy(words: readonly Word[], none: number): number {
  const verb = [none - 1, none - 2].find((index) => BRINGS.test(words[index]?.folded ?? ''));
  return verb === none - 1 || (verb === none - 2 && /^(in|to|with)$/.test(words[none - 1]!.folded)) ? verb : none;
}

/** Whether a word between a "no" and its toll says nothing but that there was none: whom it counts, or how it came about. */
export function saysNone(folded: string): boolean {
  return isCounted(folded) || NONE.test(folded) || BRINGS.test(folded);
}

function isCounted(folded: string): boolean {
  return PEOPLE.test(folded);
}
