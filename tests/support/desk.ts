import { join } from 'node:path';
import { HOME } from '../../src/cli/open-dateline.ts';
import { createDateline, type Dateline } from '../../src/dateline.ts';
import { type Intents, loadIntents } from '../../src/question/load-language.ts';
import { loadTimelines } from '../../src/record/load.ts';
import type { Timeline } from '../../src/record/timeline.ts';

let loaded: Timeline[] | undefined;
let read: Intents | undefined;
let opened: Dateline | undefined;

/** The published timelines, loaded once for all tests of a file. */
export function record(): readonly Timeline[] {
  loaded ??= loadTimelines(join(HOME, 'data'));
  return loaded;
}

/** The real intents, read once for all tests of a file. */
export function intents(): Intents {
  read ??= loadIntents(join(HOME, 'intents'));
  return read;
}

/** The real record with the real intents, opened once for all tests of a file. */
export function desk(): Dateline {
  opened ??= createDateline(record(), intents());
  return opened;
}

/** The moment at which tests ask, where a case names none. */
export const NOW = new Date('2026-11-22T12:00:00Z');
