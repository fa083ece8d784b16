import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EDITOR_SCHEMAS, schemaText } from '../../src/cli/editor-schemas.ts';
import { HOME } from '../../src/prepared/home.ts';

const FOLDER = join(HOME, 'schemas');
const names = Object.keys(EDITOR_SCHEMAS);

test('schemas/ holds one file for each schema and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
});

test.each(names)('the schema of %s is what the code gives: run "npm run schemas" after a change', (name) => {
  expect(readFileSync(join(FOLDER, `${name}.schema.json`), 'utf8')).toBe(schemaText(name));
});

test('the editor settings name every schema, and each file that they name is there', () => {
  const settings = JSON.parse(readFileSync(join(HOME, '.vscode', 'settings.json'), 'utf8'));
  const mapped = Object.keys(settings['yaml.schemas']);
  expect(mapped.sort()).toEqual(names.map((name) => `./schemas/${name}.schema.json`).sort());
});
