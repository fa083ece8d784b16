import type { Analyzer } from '../search/analyzer.ts';
import { type PhraseData, PhraseTable } from '../search/phrase-table.ts';

/** What a phrase of a question can stand for in a timeline. */
export type Meaning =
  | { type: 'place'; id: string }
  | { type: 'place-kind'; kind: string }
  | { type: 'actor'; id: string; adjective: boolean }
  | { type: 'person'; id: string }
  | { type: 'event-name'; id: string }
  | { type: 'kind'; id: string; form: 'noun' | 'verb' }
  | { type: 'generic-kind'; ids: readonly string[] }
  | { type: 'weapon'; id: string; platform: boolean }
  | { type: 'measure'; id: string };

/** The phrases of a lexicon, table by table, as plain data; `gather-phrases.ts` makes them. */
export interface LexiconData {
  names: PhraseData<Meaning>;
  vocabulary: PhraseData<Meaning>;
  capitalsOnly: readonly (readonly [word: string, meaning: Meaning])[];
  weapons: PhraseData<Meaning>;
  measures: PhraseData<Meaning>;
}

/** Every phrase that a timeline's gazetteer, events and vocabulary give a meaning to. */
export class Lexicon {
  /** Names, by folded words without articles. */
  readonly names: PhraseTable<Meaning>;
  /** Common nouns and verbs, by the analyzer's keys. */
  readonly vocabulary: PhraseTable<Meaning>;
  /** Abbreviations that are ordinary words too (IS): names only when typed in capitals. */
  readonly capitalsOnly: ReadonlyMap<string, Meaning>;
  /** Weapons by themselves, to be found inside the phrases that name a kind ("ballistic missile attack"). */
  readonly weapons: PhraseTable<Meaning>;
  /** Measures, by the analyzer's keys: they overlie other meanings ("jets lost") and use up no words. */
  readonly measures: PhraseTable<Meaning>;
  readonly #analyzer: Analyzer;

  /** @param analyzer the one by whose keys the phrases were gathered */
  constructor(data: LexiconData, analyzer: Analyzer) {
    this.#analyzer = analyzer;
    this.names = new PhraseTable(data.names);
    this.vocabulary = new PhraseTable(data.vocabulary);
    this.capitalsOnly = new Map(data.capitalsOnly);
    this.weapons = new PhraseTable(data.weapons);
    this.measures = new PhraseTable(data.measures);
  }

  /** Whether a folded word stands in any name or phrase. */
  knows(folded: string): boolean {
    const key = this.#analyzer.key(folded);
    return this.names.hasWord(folded) || this.vocabulary.hasWord(key) || this.measures.hasWord(key);
  }
}
