import { LineTable, packPlaces, unpackPlaces } from '../search/line-table.ts';
import type { CompiledPhrasing, Intent } from './intent.ts';
import type { IntentAttributes } from './intent-schema.ts';
import { compilePhrasing, type Part, type WordClasses } from './phrasing.ts';
import type { QuestionKind } from './question-kind.ts';

/** The phrasings of all intents as plain data, in a form that costs little to read: few of them are tried on a question. */
export interface IntentData {
  intents: readonly { name: QuestionKind; rank: number }[];
  /** In the order in which they are tried; `intent` is a place in the list above. */
  phrasings: readonly { intent: number; say: string; as?: IntentAttributes; weight?: number }[];
  /** The phrasings by each word of the rarest of the parts that they cannot do without: places in the list above. */
  byWord: Readonly<Record<string, string>>;
}

/** The phrasings of intents by their words. */
export function packIntents(intents: readonly Intent[]): IntentData {
  const all = intents.flatMap((intent, place) => intent.phrasings.map((compiled) => ({ place, compiled })));
  const byWord = new Map<string, number[]>();
  const needed = all.map(({ compiled }) => needs(compiled).map((words) => [...new Set(words)]));
  const uses = new Map<string, number>();
  for (const word of needed.flat(2)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const usesOf = (words: readonly string[]) => words.reduce((sum, word) => sum + uses.get(word)!, 0);
  needed.forEach((parts, index) => {
    // By the part that fewest others need: nearly every question has a "what".
    const [rarest = []] = parts.toSorted((a, b) => usesOf(a) - usesOf(b));
    for (const word of rarest) byWord.set(word, [...(byWord.get(word) ?? []), index]);
  });
  return {
    intents: intents.map(({ name, rank }) => ({ name, rank })),
    phrasings: all.map(({ place, compiled: { phrasing, attributes, weight } }) => ({
      intent: place,
      say: phrasing.source,
      ...(Object.keys(attributes).length === 0 ? {} : { as: attributes }),
      ...(weight === 0 ? {} : { weight }),
    })),
    byWord: Object.fromEntries([...byWord].map(([word, places]) => [word, packPlaces(places)])),
  };
}

/** A phrasing with the intent that it is one of. */
export interface IntentPhrasing extends CompiledPhrasing {
  intent: IntentData['intents'][number];
}

/** The words of each part that a phrasing cannot do without, of which a question must have one. */
interface Needing {
  needed: readonly ReadonlySet<string>[];
}

/** The phrasings of all intents; one is compiled when a question that may fit it is first asked. */
export class IntentTable {
  readonly #data: IntentData;
  readonly #classes: WordClasses;
  readonly #places: LineTable<readonly number[]>;
  readonly #compiled = new Map<number, IntentPhrasing & Needing>();

  /** @param classes the words that each `@class` stands for, as they were when the intents were compiled */
  constructor(data: IntentData, classes: WordClasses) {
    this.#data = data;
    this.#classes = classes;
    this.#places = new LineTable(data.byWord, unpackPlaces);
  }

  /** The phrasings that find a word in a question for each that they need, in their order. */
  mayFit(folded: ReadonlySet<string>): IntentPhrasing[] {
    const asked = [...folded];
    const found = new Set<number>();
    for (const word of folded) for (const place of this.#places.get(word) ?? []) found.add(place);
    return [...found]
      .sort((a, b) => a - b)
      .map((place) => this.#at(place))
      .filter(({ needed }) => needed.every((words) => asked.some((word) => words.has(word))));
  }

  #at(place: number): IntentPhrasing & Needing {
    const known = this.#compiled.get(place);
    if (known) return known;
    const { intent, say, as = {}, weight = 0 } = this.#data.phrasings[place]!;
    const phrasing = compilePhrasing(say, this.#classes);
    const needed = needs({ phrasing }).map((words) => new Set(words));
    const compiled = { intent: this.#data.intents[intent]!, phrasing, attributes: as, weight, needed };
    this.#compiled.set(place, compiled);
    return compiled;
  }
}

/** The words of each part that a phrasing cannot do without. */
function needs({ phrasing }: Pick<CompiledPhrasing, 'phrasing'>): (readonly string[])[] {
  return phrasing.parts.flatMap((part: Part) => (part.type === 'word' && !part.optional ? [part.words] : []));
}
