import { createDateline, type Dateline, type Preparation } from '../../src/dateline.ts';
import { prepare } from '../../src/prepare.ts';
import { INTENTS, OWN_DATA } from '../../src/prepared/home.ts';
import { findPrepared } from '../../src/prepared/open.ts';
import { type Intents, loadIntents } from '../../src/question/load-language.ts';
import { loadTimelines } from '../../src/record/load.ts';
import { type Timeline, timelineOf } from '../../src/record/timeline.ts';

let loaded: Timeline[] | undefined;
let read: Intents | undefined;
let opened: Dateline | undefined;
let found: Preparation | undefined;

/** The published timelines, read once for all tests of a file: as they were prepared before all tests, which is quicker. */
export function record(): readonly Timeline[] {
  loaded ??= prepared()?.timelines.map(({ timeline }) => timelineOf(timeline)) ?? loadTimelines(OWN_DATA);
  return loaded;
}

function prepared(): Preparation | undefined {
  found ??= findPrepared(OWN_DATA);
  return found;
}

/** The real intents, read once for all tests of a file. */
export function intents(): Intents {
  read ??= loadIntents(INTENTS);
  return read;
}

/** The real record with the real intents, opened once for all tests of a file. */
export function desk(): Dateline {
  const ready = opened === undefined ? prepared() : undefined;
  opened ??= ready ? createDateline(ready) : openTimelines(record());
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
