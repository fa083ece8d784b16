import { createDateline, type Dateline } from '../../src/dateline.ts';
import { prepare } from '../../src/prepare.ts';
import { INTENTS, OWN_DATA } from '../../src/prepared/home.ts';
import { type Intents, loadIntents } from '../../src/question/load-language.ts';
import { loadTimelines } from '../../src/record/load.ts';
import type { Timeline } from '../../src/record/timeline.ts';

let loaded: Timeline[] | undefined;
let read: Intents | undefined;
let opened: Dateline | undefined;

/** The published timelines, loaded once for all tests of a file. */
export function record(): readonly Timeline[] {
  loaded ??= loadTimelines(OWN_DATA);
  return loaded;
}

/** The real intents, read once for all tests of a file. */
export function intents(): Intents {
  read ??= loadIntents(INTENTS);
  return read;
}

/** The real record with the real intents, opened once for all tests of a file. */
export function desk(): Dateline {
  opened ??= openTimelines(record());
  return opened;
}

/** Timelines with the real intents, prepared anew, whatever an earlier start has stored. */
export function openTimelines(timelines: readonly Timeline[]): Dateline {
  return createDateline(prepare(timelines, intents()));
}

/** The record of a folder, read from its YAML files. */
export function openFolder(dataFolder: string): Dateline {
  return openTimelines(loadTimelines(dataFolder));
}

/** The moment at which tests ask, where a case names none. */
export const NOW = new Date('2026-11-22T12:00:00Z');
