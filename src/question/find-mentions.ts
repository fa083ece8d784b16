import type { Word } from '../record/words.ts';
import type { Analyzer } from '../search/analyzer.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import type { Mention } from './mention.ts';

/**
 * Finds what a question names: at each word the longest phrase of the lexicon, names before common words.
 * @param taken words that a date has used up already
 * @param fillers words of phrases that say nothing; names in them are still names
 */
export function findMentions(
  text: string,
  words: readonly Word[],
  taken: ReadonlySet<number>,
  fillers: ReadonlySet<number>,
  lexicon: Lexicon,
  analyzer: Analyzer,
): Mention[] {
  const nameKeys = words.map((word) => (word.article ? undefined : nameForm(word.folded, lexicon)));
  const vocabularyKeys = words.map((word) => (word.article ? undefined : analyzer.key(word.folded)));
  const found: Mention[] = [];
  for (let index = 0; index < words.length; index++) {
    if (taken.has(index) || nameKeys[index] === undefined) continue;
    const stop = nextTaken(index, words.length, taken);
    const name = lexicon.names.longestAt(index, stop, (at) => nameKeys[at]);
    const common = fillers.has(index)
      ? undefined
      : lexicon.vocabulary.longestAt(index, stop, (at) => vocabularyKeys[at]);
    const apart = common || fillers.has(index) ? undefined : splitVerb(index, stop, vocabularyKeys, lexicon);
    const capitals = lexicon.capitalsOnly.get(words[index]!.raw);
    const best = longer(name, common ?? apart, capitals ? { end: index + 1, values: [capitals] } : undefined);
    if (!best) continue;
    const weapons =
      common?.end === best.end && name?.end !== best.end && !best.values.some((meaning) => meaning.type === 'weapon')
        ? weaponsIn(index, best.end, vocabularyKeys, lexicon)
        : [];
    found.push({
      start: index,
      end: best.end,
      text: text.slice(words[index]!.start, words[best.end - 1]!.end),
      meanings: best.values,
      ...(weapons.length > 0 ? { weapons } : {}),
    });
    index = best.end - 1;
  }
  return found;
}

/** What is to be known of a measure beyond its words. */
export interface MeasureTraits {
  /** Whether it counts people killed or hurt. */
  isToll(measure: string): boolean;
  /** Whether it counts people to whom something was done: killed, hurt, captured, freed. */
  isFate(measure: string): boolean;
}

/** Finds the measures that a question names; they overlie other mentions. */
export function findMeasures(
  text: string,
  words: readonly Word[],
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
  analyzer: Analyzer,
  { isToll, isFate }: MeasureTraits,
): Mention[] {
  const keys = words.map((word) => (word.article ? undefined : analyzer.key(word.folded)));
  const found: Mention[] = [];
  for (let index = 0; index < words.length; index++) {
    if (taken.has(index) || keys[index] === undefined) continue;
    const match = lexicon.measures.longestAt(index, nextTaken(index, words.length, taken), (at) => keys[at]);
    if (!match) continue;
    found.push({
      start: index,
      end: match.end,
      text: text.slice(words[index]!.start, words[match.end - 1]!.end),
      meanings: match.values,
      toll: match.values.some((meaning) => meaning.type === 'measure' && isToll(meaning.id)),
      fate: match.values.some((meaning) => meaning.type === 'measure' && isFate(meaning.id)),
    });
    index = match.end - 1;
  }
  return found;
}

type Match = { end: number; values: readonly Meaning[] } | undefined;

/** A name typed with a possessive but no apostrophe is the name: "irans". */
function nameForm(folded: string, lexicon: Lexicon): string {
  const bare = folded.slice(0, -1);
  return folded.endsWith('s') && folded.length > 4 && !lexicon.names.hasWord(folded) && lexicon.names.hasWord(bare)
    ? bare
    : folded;
}

/** Words that end a verb, after its object too: "pull its people out". */
const PARTICLES = ['out', 'off', 'down', 'up', 'back', 'over', 'away', 'in'];
const OBJECT_WORDS = 4;

/** A verb whose particle stands behind its object. */
function splitVerb(index: number, stop: number, keys: readonly (string | undefined)[], lexicon: Lexicon): Match {
  for (let at = index + 2; at < stop && at <= index + 1 + OBJECT_WORDS; at++) {
    const particle = keys[at];
    if (particle === undefined || !PARTICLES.includes(particle)) continue;
    const match = lexicon.vocabulary.longestAt(0, 2, (position) => (position === 0 ? keys[index] : particle));
    if (match?.end === 2) return { end: index + 1, values: match.values };
  }
  return undefined;
}

/** The weapons named inside a longer phrase; the phrase alone would lose them. */
function weaponsIn(start: number, end: number, keys: readonly (string | undefined)[], lexicon: Lexicon): string[] {
  const ids: string[] = [];
  for (let index = start; index < end; index++) {
    const match = lexicon.weapons.longestAt(index, end, (at) => keys[at]);
    if (!match || match.end - index === end - start) continue;
    for (const meaning of match.values) if (meaning.type === 'weapon') ids.push(meaning.id);
    index = match.end - 1;
  }
  return ids;
}

/** The longest match; where a name and a common phrase are equally long, all their meanings, the name's first. */
function longer(...matches: Match[]): Match {
  const end = Math.max(0, ...matches.map((match) => match?.end ?? 0));
  if (end === 0) return undefined;
  return { end, values: matches.flatMap((match) => (match?.end === end ? match.values : [])) };
}

function nextTaken(from: number, length: number, taken: ReadonlySet<number>): number {
  for (let index = from; index < length; index++) if (taken.has(index)) return index;
  return length;
}
