import { join, relative, resolve } from 'node:path';
import { createDateline, type Dateline, type Preparation } from '../dateline.ts';
import { timelineFolders } from '../record/timeline-folders.ts';
import { HOME, INTENTS, OWN_DATA, STORE } from './home.ts';
import { runningCode } from './running-code.ts';
import { makeStored, readStored } from './store.js';

/** Folders beside the record's, where they are not the project's own. */
export interface Folders {
  intents?: string;
  /** Where prepared records are kept; a folder that cannot be written to does no harm. */
  store?: string;
}

/**
 * Makes a record ready to be asked: from what was prepared at an earlier start where the record, the intents and the code
 * are still the same, and otherwise from its YAML files, which prepares it for the next start.
 * @param dataFolder folder of the record
 * @throws RecordError when the record or the intents are missing or wrong
 */
export async function openDateline(dataFolder: string = OWN_DATA, folders: Folders = {}): Promise<Dateline> {
  return createDateline((await prepareRecord(dataFolder, folders)).preparation);
}

/**
 * The preparation of a record: one that is stored and fresh, or one made of its YAML files and stored.
 * @returns the preparation, and in a few words why the next start will not find it, where it will not
 * @throws RecordError when the record or the intents are missing or wrong
 */
export async function prepareRecord(
  dataFolder: string,
  folders: Folders = {},
): Promise<{ preparation: Preparation; unstored?: string }> {
  const found = findPrepared(dataFolder, folders);
  if (found) return { preparation: found };
  const { intents = INTENTS } = folders;
  const { file, sources, note } = placeOf(dataFolder, folders);
  const { loadPreparation } = await import('./load.ts');
  const { value, ...rest } = await makeStored(file, sources, note, () => loadPreparation(dataFolder, intents));
  return { preparation: value, ...rest };
}

/** The preparation of a record that an earlier start stored; undefined where there is none, or it is stale. */
export function findPrepared(dataFolder: string, folders: Folders = {}): Preparation | undefined {
  const { file, sources, note } = placeOf(dataFolder, folders);
  return readStored(file, sources, note) as Preparation | undefined;
}

/** Where the preparation of a record is stored, and of what it is made. */
function placeOf(dataFolder: string, { intents = INTENTS, store = STORE }: Folders) {
  // A project that is moved takes what it has prepared with it.
  const path = relative(HOME, resolve(dataFolder));
  return {
    file: join(store, `${shortName(path)}.json`),
    sources: { intents, ...timelineSources(dataFolder) },
    note: `${path} ${process.version} ${runningCode()}`,
  };
}

/** The timelines of a record and nothing beside them: a folder that holds none, or much else, is not gone through. */
function timelineSources(dataFolder: string): Record<string, string> {
  return Object.fromEntries(
    timelineFolders(dataFolder).map((folder) => [`data/${relative(dataFolder, folder)}`, folder]),
  );
}

/** A file's name for a path. Two paths may share one: the file's note holds the path, so neither is taken for the other. */
function shortName(path: string): string {
  let hash = 0;
  for (let index = 0; index < path.length; index++) hash = (Math.imul(hash, 31) + path.charCodeAt(index)) | 0;
  return (hash >>> 0).toString(36);
}
