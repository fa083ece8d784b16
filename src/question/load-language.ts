import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { atFile } from '../record/lint/report.ts';
import { type Problem, RecordError } from '../record/problem.ts';
import { readYamlFile, validate, type YamlFile } from '../record/yaml-file.ts';
import { type EnglishData, englishOf } from './english.ts';
import { type EnglishFile, englishFile } from './english-schema.ts';
import { compileIntent, type Intent } from './intent.ts';
import { type Example, intentFile } from './intent-schema.ts';
import { PhrasingError, type WordClasses } from './phrasing.ts';

/** Tells how the files of the folder are written. */
const GUIDE = 'intents/README.md';

/** What `intents/` holds, ready to read questions with. */
export interface Intents {
  english: EnglishData;
  intents: Intent[];
  /** The examples of each file, which run as tests. */
  examples: { file: string; example: Example }[];
  /** The intents with the files that they come from, for the lint. */
  sources: IntentSource[];
  /** words.yml with its lines, for the lint. */
  words: WordsSource;
}

/** words.yml as it was read, which knows on which line each word stands. */
export interface WordsSource {
  file: YamlFile;
  english: EnglishFile;
}

/** One intent with its file, which knows on which line each phrasing and example stands. */
export interface IntentSource {
  file: YamlFile;
  intent: Intent;
  examples: readonly Example[];
}

/**
 * Reads `intents/*.yml`.
 * @throws RecordError when the folder or a file of it is missing or wrong
 */
export function loadIntents(folder: string): Intents {
  if (!existsSync(folder)) {
    throw new RecordError([
      {
        severity: 'error',
        rule: 'no-intents',
        file: folder,
        field: '',
        message: 'There is no such folder.',
        remedy: 'Name the folder that holds the intents.',
      },
    ]);
  }
  const problems: Problem[] = [];
  const sources: IntentSource[] = [];
  const examples: Intents['examples'] = [];
  let english: EnglishData | undefined;
  let words: WordsSource | undefined;
  let classes: WordClasses = new Map();
  const names = readdirSync(folder).filter((entry) => /\.ya?ml$/.test(entry));
  // The words come first: the phrasings are written with their classes.
  for (const name of [...names.filter(isWords), ...names.filter((entry) => !isWords(entry)).sort()]) {
    const file = readYamlFile(join(folder, name), `intents/${name}`);
    if (isWords(name)) {
      const result = validate(file, englishFile, GUIDE);
      problems.push(...result.problems);
      if (!result.value) continue;
      words = { file, english: result.value };
      english = englishOf(result.value);
      classes = new Map(Object.entries(english.classes));
      continue;
    }
    const result = validate(file, intentFile, GUIDE);
    problems.push(...result.problems);
    if (!result.value) continue;
    examples.push(...result.value.examples.map((example) => ({ file: name, example })));
    try {
      const intent = compileIntent(result.value, classes);
      sources.push({ file, intent, examples: result.value.examples });
    } catch (error) {
      if (!(error instanceof PhrasingError)) throw error;
      const index = result.value.phrasings.findIndex(
        (entry) => (typeof entry === 'string' ? entry : entry.say) === error.source,
      );
      const remedy = `${GUIDE} shows how phrasings are written.`;
      problems.push(atFile(file, ['phrasings', index], 'phrasing', error.message, remedy));
    }
  }
  if (!english && problems.length === 0) {
    problems.push({
      severity: 'error',
      rule: 'no-words',
      file: 'intents/words.yml',
      field: '',
      message: 'The file is missing.',
      remedy: 'Restore it: it holds the words that every question may use.',
    });
  }
  if (problems.length > 0 || !english || !words) throw new RecordError(problems);
  return { english, intents: sources.map(({ intent }) => intent), examples, sources, words };
}

function isWords(name: string): boolean {
  return /^words\.ya?ml$/.test(name);
}
