import { compileIntent } from '../../src/question/intent.ts';
import { intentFile } from '../../src/question/intent-schema.ts';
import type { IntentSource } from '../../src/question/load-language.ts';
import { parseYaml, validate } from '../../src/record/yaml-file.ts';

/** An intent's file from its text: `name` is the kind of question and gives the file its name. */
export function intentSource(name: string, rank: number, lists: string): IntentSource {
  const file = parseYaml(
    `intent: ${name}\nabout: It is asked in a test.\nrank: ${rank}\n${lists}`,
    `intents/${name}.yml`,
  );
  const { value, problems } = validate(file, intentFile);
  if (!value) throw new Error(`The test's own file is wrong: ${problems.map(({ message }) => message).join(' ')}`);
  return { file, intent: compileIntent(value), examples: value.examples };
}

/** An intent with phrasings that are plain texts, one a line from line 5 on. */
export function phrased(name: string, rank: number, ...phrasings: string[]): IntentSource {
  return intentSource(name, rank, `phrasings:\n${phrasings.map((phrasing) => `  - ${phrasing}\n`).join('')}`);
}
