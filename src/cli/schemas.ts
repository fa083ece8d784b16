import { join } from 'node:path';
import { Command } from 'commander';
import { HOME } from '../prepared/home.ts';
import type { CommandMaker } from './console.ts';

/** `dateline schemas`: writes the JSON Schemas by which an editor of the YAML is helped and checked as they type. */
export const schemasCommand: CommandMaker = ({ console }) =>
  new Command('schemas').description('Write the JSON Schemas for editors of data/ and intents/.').action(async () => {
    const { writeSchemas } = await import('./editor-schemas.ts');
    console.out(`${writeSchemas(join(HOME, 'schemas'))} schemas written to schemas/\n`);
  });
