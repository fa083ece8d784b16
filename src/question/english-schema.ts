import { z } from 'zod';

const wordList = z.array(z.string()).default([]);

/** The file `intents/words.yml`: what English itself brings to every question. */
export const englishFile = z.strictObject({
  harmless: wordList,
  phrases: wordList,
  ordinary: wordList,
  elsewhere: wordList,
  irregular: z.record(z.string(), z.string()).default({}),
  numbers: z.record(z.string(), z.number()).default({}),
  ordinals: z.record(z.string(), z.number()).default({}),
  misspellings: z.record(z.string(), z.string()).default({}),
  classes: z.record(z.string(), wordList).default({}),
});

export type EnglishFile = z.infer<typeof englishFile>;
