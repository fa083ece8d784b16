import type { Preparation } from '../dateline.ts';
import { prepare } from '../prepare.ts';
import { loadIntents } from '../question/load-language.ts';
import { loadTimelines } from '../record/load.ts';
import { INTENTS } from './home.ts';

/**
 * Reads a record and the intents from their YAML files, checks them, and prepares them.
 * @param dataFolder folder of the record
 * @param intents folder of the intents
 * @throws RecordError when either is missing or wrong
 */
export function loadPreparation(dataFolder: string, intents: string = INTENTS): Preparation {
  return prepare(loadTimelines(dataFolder), loadIntents(intents));
}
