import { join } from 'node:path';
import { RECORD_FOLDER } from './cache.js';

/**
 * The project's own folder, in which `data/` and `intents/` stand. The bundle of the code finds it too: it lies as deep
 * under that folder as this file does.
 */
export const HOME = join(import.meta.dirname, '..', '..');

/** Where the record lies when nobody names another folder. */
export const OWN_DATA = join(HOME, 'data');

/** Where the intents lie. */
export const INTENTS = join(HOME, 'intents');

/** Where prepared records are kept. */
export const STORE = join(HOME, RECORD_FOLDER);
