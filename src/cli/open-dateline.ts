import { join } from 'node:path';
import { createDateline, type Dateline } from '../dateline.ts';
import { loadIntents } from '../question/load-language.ts';
import { loadTimelines } from '../record/load.ts';

/** The project's own folder, in which `data/` and `intents/` stand. */
export const HOME = join(import.meta.dirname, '..', '..');

/**
 * Loads the record and the intents and makes them ready to be asked.
 * @param dataFolder folder of the record; the project's own `data/` where none is given
 * @throws RecordError when either is missing or wrong
 */
export function openDateline(dataFolder: string = join(HOME, 'data')): Dateline {
  return createDateline(loadTimelines(dataFolder), loadIntents(join(HOME, 'intents')));
}
