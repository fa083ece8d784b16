import { fold, words } from '../record/words.ts';
import type { EnglishForms } from '../search/analyzer.ts';
import { type PhraseData, PhraseTable, packPhrases } from '../search/phrase-table.ts';
import type { EnglishFile } from './english-schema.ts';

/** What `intents/words.yml` says of English, as plain data: its lists word by word and folded, its tables as in the file. */
export interface EnglishData
  extends Pick<EnglishFile, 'irregular' | 'numbers' | 'ordinals' | 'misspellings' | 'classes'> {
  harmless: string[];
  ordinary: string[];
  elsewhere: string[];
  phrases: PhraseData<true>;
}

/** The file with its lists cut into words and folded, and its phrases as a table. */
export function englishOf(file: EnglishFile): EnglishData {
  const folded = (lines: readonly string[]) => [...new Set(lines.flatMap((line) => line.split(/\s+/)).map(fold))];
  return {
    ...file,
    harmless: folded(file.harmless),
    ordinary: folded(file.ordinary),
    elsewhere: folded(file.elsewhere),
    classes: Object.fromEntries(Object.entries(file.classes).map(([name, lines]) => [name, folded(lines)])),
    phrases: packPhrases(file.phrases.map((phrase) => [words(phrase).map((word) => word.folded), true])),
  };
}

/** English as questions use it: which words say nothing about an event, and forms that no rule gives. */
export class English implements EnglishForms {
  readonly harmless: ReadonlySet<string>;
  readonly ordinary: ReadonlySet<string>;
  /** Names of the rest of the world, which are spelled as meant as ordinary words are. */
  readonly elsewhere: ReadonlySet<string>;
  readonly phrases: PhraseTable<true>;
  readonly irregular: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly misspellings: ReadonlyMap<string, string>;
  /** Words that may follow a question without being part of it: "pls", "thanks". */
  readonly courtesies: ReadonlySet<string>;
  /** Words that stand for one another in phrasings. */
  readonly classes: ReadonlyMap<string, readonly string[]>;

  constructor(data: EnglishData) {
    this.harmless = new Set(data.harmless);
    this.elsewhere = new Set(data.elsewhere);
    this.ordinary = new Set([...data.ordinary, ...data.elsewhere]);
    this.phrases = new PhraseTable(data.phrases);
    this.irregular = new Map(Object.entries(data.irregular));
    this.numbers = new Map(Object.entries(data.numbers));
    this.ordinals = new Map(Object.entries(data.ordinals));
    this.misspellings = new Map(Object.entries(data.misspellings));
    this.courtesies = new Set(data.classes.courtesy ?? []);
    this.classes = new Map(Object.entries(data.classes));
  }
}
