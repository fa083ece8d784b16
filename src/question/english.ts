import { z } from 'zod';
import { fold, words } from '../record/words.ts';
import type { EnglishForms } from '../search/analyzer.ts';
import { PhraseTable } from '../search/phrase-table.ts';

const wordList = z.array(z.string()).default([]);

/** The file `intents/words.yml`: what English itself brings to every question. */
export const englishFile = z.strictObject({
  harmless: wordList,
  phrases: wordList,
  ordinary: wordList,
  irregular: z.record(z.string(), z.string()).default({}),
  numbers: z.record(z.string(), z.number()).default({}),
  ordinals: z.record(z.string(), z.number()).default({}),
  misspellings: z.record(z.string(), z.string()).default({}),
  classes: z.record(z.string(), wordList).default({}),
});

/** English as questions use it: which words say nothing about an event, and forms that no rule gives. */
export class English implements EnglishForms {
  readonly harmless: ReadonlySet<string>;
  readonly ordinary: ReadonlySet<string>;
  readonly phrases = new PhraseTable<true>();
  readonly irregular: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly misspellings: ReadonlyMap<string, string>;
  /** Words that may follow a question without being part of it: "pls", "thanks". */
  readonly courtesies: ReadonlySet<string>;
  /** Words that stand for one another in phrasings. */
  readonly classes: ReadonlyMap<string, readonly string[]>;

  constructor(file: z.infer<typeof englishFile>) {
    const folded = (lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(/\s+/)).map(fold));
    this.harmless = folded(file.harmless);
    this.ordinary = folded(file.ordinary);
    for (const phrase of file.phrases)
      this.phrases.add(
        words(phrase).map((word) => word.folded),
        true,
      );
    this.irregular = new Map(Object.entries(file.irregular));
    this.numbers = new Map(Object.entries(file.numbers));
    this.ordinals = new Map(Object.entries(file.ordinals));
    this.misspellings = new Map(Object.entries(file.misspellings));
    this.courtesies = folded(file.classes.courtesy ?? []);
    this.classes = new Map(Object.entries(file.classes).map(([name, lines]) => [name, [...folded(lines)]]));
  }
}
