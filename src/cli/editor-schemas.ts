import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { englishFile } from '../question/english-schema.ts';
import { intentFile } from '../question/intent-schema.ts';
import { eventSchema } from '../record/event-schema.ts';
import * as vocabulary from '../record/vocabulary-schema.ts';

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
  publishers: vocabulary.publishersFile,
  words: vocabulary.wordsFile,
  intent: intentFile,
  english: englishFile,
};

/** The text of one schema file. */
export function schemaText(name: string): string {
  const json = z.toJSONSchema(EDITOR_SCHEMAS[name]!, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...json, title: `Dateline: ${name}` }, null, 2)}\n`;
}

/**
 * Writes every schema file.
 * @returns how many there are
 */
export function writeSchemas(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(EDITOR_SCHEMAS);
  for (const name of names) writeFileSync(join(folder, `${name}.schema.json`), schemaText(name));
  return names.length;
}
