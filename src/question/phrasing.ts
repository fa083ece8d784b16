/**
 * A phrasing of `intents/*.yml`, compiled. Its language: plain words; `a|b` for either; `(a)` for an optional word;
 * `@attack` for any word of a class; `…` for up to four words of anything; `{place}` and the other slots for something
 * the question names; `^` for the beginning of a sentence or clause, `.` for its end, and `$` for the end of the
 * question.
 */
export interface Phrasing {
  source: string;
  parts: readonly Part[];
  atStart: boolean;
  atEnd: 'question' | 'clause' | undefined;
}

/** Words that stand for one another in phrasings, by the name of their class. */
export type WordClasses = ReadonlyMap<string, readonly string[]>;

export type Part =
  | { type: 'word'; words: readonly string[]; optional: boolean }
  | { type: 'slot'; slot: Slot; optional: boolean }
  | { type: 'gap' };

export const SLOTS = [
  'place',
  'actor',
  'person',
  'event',
  'kind',
  'weapon',
  'measure',
  'place-kind',
  'date',
  'number',
  'name',
  'description',
] as const;
export type Slot = (typeof SLOTS)[number];

/** Thrown for a phrasing that is not written in the language above. */
export class PhrasingError extends Error {
  override readonly name = 'PhrasingError';
  readonly source: string;

  constructor(source: string, reason: string) {
    super(`"${source}" is no phrasing: ${reason}.`);
    this.source = source;
  }
}

/** Most words that a gap takes in. */
export const LONGEST_GAP = 4;
const ENDS = new Map([
  ['$', 'question'],
  ['.', 'clause'],
] as const);

/**
 * Compiles a phrasing.
 * @param classes the words that each `@class` stands for
 * @throws PhrasingError when it names an unknown slot or class, or holds no word
 */
export function compilePhrasing(source: string, classes: WordClasses = new Map()): Phrasing {
  const pieces = source.trim().split(/\s+/);
  const atStart = pieces[0] === '^';
  const atEnd = ENDS.get(pieces.at(-1) as '$' | '.');
  const parts = pieces.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).map((piece): Part => {
    if (piece === '…') return { type: 'gap' };
    const optional = piece.startsWith('(') && piece.endsWith(')');
    const bare = optional ? piece.slice(1, -1) : piece;
    const slot = /^\{(.*)\}$/.exec(bare)?.[1];
    if (slot === undefined) return { type: 'word', words: expand(source, bare, classes), optional };
    if (!(SLOTS as readonly string[]).includes(slot))
      throw new PhrasingError(source, `there is no slot {${slot}}; use one of ${SLOTS.join(', ')}`);
    return { type: 'slot', slot: slot as Slot, optional };
  });
  if (!parts.some((part) => part.type === 'word' && !part.optional && part.words.every((word) => word !== '')))
    throw new PhrasingError(source, 'it holds no word that must be there');
  return { source, parts, atStart, atEnd };
}

/** Alternatives of one place up to which a shortened phrasing names them all. */
const MOST_NAMED = 4;

/** A phrasing with its long choices cut, for a reader: `which|what group|groups|militia|…`. */
export function shortened(source: string): string {
  return source
    .split(' ')
    .map((piece) => {
      const words = piece.split('|');
      return words.length > MOST_NAMED ? [...words.slice(0, MOST_NAMED - 1), '…'].join('|') : piece;
    })
    .join(' ');
}

/** The words of `a|b|@class`. */
function expand(source: string, choice: string, classes: WordClasses): readonly string[] {
  return choice
    .toLowerCase()
    .split('|')
    .flatMap((word) => {
      if (/[(){}]/.test(word)) throw new PhrasingError(source, `${word} cannot be one of several; write two phrasings`);
      if (!word.startsWith('@')) return [word];
      const members = classes.get(word.slice(1));
      if (!members) throw new PhrasingError(source, `there is no class ${word}; words.yml lists them under "classes"`);
      return members;
    });
}
