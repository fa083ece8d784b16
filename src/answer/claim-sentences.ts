import { sentenceNumbers } from '../question/sentences.ts';
import { words } from '../record/words.ts';

/** What is written with a point that ends no sentence, as news agencies write it: "on Jan. 8", "Gen. Soleimani". */
const ABBREVIATIONS = new Set(
  [
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun',
    'gen lt col maj capt sgt spc cpl adm brig cmdr pres sen rep gov mr mrs ms dr st no vs ca approx',
  ].flatMap((line) => line.split(' ')),
);

/** The sentences of a text as they are written, each of one line; a line break ends a sentence too. */
export function claimSentences(text: string): string[] {
  return text.split(/\n+/).flatMap(sentencesOfLine);
}

function sentencesOfLine(line: string): string[] {
  const all = words(line);
  const numbers = sentenceNumbers(line, all);
  const starts = all.flatMap((word, index) => {
    const before = all[index - 1];
    const begins = before && numbers[index] !== numbers[index - 1] && !isAbbreviation(line, before, word.start);
    return begins ? [word.start] : [];
  });
  const edges = [0, ...starts, line.length];
  return edges
    .slice(1)
    .map((end, index) => line.slice(edges[index], end).trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function isAbbreviation(line: string, word: { folded: string; end: number }, next: number): boolean {
  return /^\.\s*$/.test(line.slice(word.end, next)) && ABBREVIATIONS.has(word.folded);
}
