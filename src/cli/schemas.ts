import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { englishFile } from '../question/english.ts';
import { intentFile } from '../question/intent.ts';
import { eventSchema } from '../record/event-schema.ts';
import * as vocabulary from '../record/vocabulary-schema.ts';
import type { CommandMaker } from './console.ts';
import { HOME } from './open-dateline.ts';

/** The JSON Schema of each YAML file, by the name of its schema file. */
export const EDITOR_SCHEMAS: Record<string, z.ZodType> = {
  event: eventSchema,
  timeline: vocabulary.timelineSchema,
  places: vocabulary.placesFile,
  actors: vocabulary.actorsFile,
  people: vocabulary.peopleFile,
  kinds: vocabulary.kindsFile,
  weapons: vocabulary.weaponsFile,
  measures: vocabulary.measuresFile,
  words: vocabulary.wordsFile,
  intent: intentFile,
  english: englishFile,
};

/** The text of one schema file. */
export function schemaText(name: string): string {
  const json = z.toJSONSchema(EDITOR_SCHEMAS[name]!, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...json, title: `Dateline: ${name}` }, null, 2)}\n`;
}

/** `dateline schemas`: writes the JSON Schemas by which an editor of the YAML is helped and checked as they type. */
export const schemasCommand: CommandMaker = (console) =>
  new Command('schemas').description('Write the JSON Schemas for editors of data/ and intents/.').action(() => {
    const folder = join(HOME, 'schemas');
    mkdirSync(folder, { recursive: true });
    for (const name of Object.keys(EDITOR_SCHEMAS))
      writeFileSync(join(folder, `${name}.schema.json`), schemaText(name));
    console.out(`${Object.keys(EDITOR_SCHEMAS).length} schemas written to schemas/\n`);
  });
