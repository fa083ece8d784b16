import { atFile } from '../../record/lint/report.ts';
import type { Problem } from '../../record/problem.ts';
import { fold } from '../../record/words.ts';
import type { YamlFile } from '../../record/yaml-file.ts';
import type { WordsSource } from '../load-language.ts';

/** Words and phrases that stand twice: who takes one of the two out believes it gone. A word is harmless, ordinary or of elsewhere. */
export function repeatedWords({ file, english }: WordsSource): Problem[] {
  const { harmless, ordinary, elsewhere, phrases, classes } = english;
  const lists = [
    [...wordsIn('harmless', harmless), ...wordsIn('ordinary', ordinary), ...wordsIn('elsewhere', elsewhere)],
    phrases.map((phrase, index) => ({ text: fold(phrase), path: ['phrases', index] })),
    ...Object.entries(classes).map(([name, lines]) => wordsIn('classes', lines, name)),
  ];
  return lists.flatMap((entries) => repeatedIn(file, entries));
}

interface Entry {
  text: string;
  path: (string | number)[];
}

function wordsIn(section: string, lines: readonly string[], ...within: string[]): Entry[] {
  return lines.flatMap((line, index) =>
    line.split(/\s+/).map((word) => ({ text: fold(word), path: [section, ...within, index] })),
  );
}

function repeatedIn(file: YamlFile, entries: readonly Entry[]): Problem[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const earlier = first.get(entry.text);
    if (!earlier) {
      first.set(entry.text, entry);
      return [];
    }
    return [
      atFile(
        file,
        entry.path,
        'repeated-word',
        `“${entry.text}” stands already in ${earlier.path[0]} on line ${file.lineOf(earlier.path)}.`,
        'Remove one of the two.',
        'warning',
      ),
    ];
  });
}
