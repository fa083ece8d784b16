import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RecordError } from './problem.ts';

/**
 * The folders that hold the timelines of a data folder: itself where it has a `timeline.yaml`, else those in it that
 * do, in order of their names. Nothing else below it is looked at.
 * @throws RecordError when there is no such folder, it cannot be read, or it holds no timeline
 */
export function timelineFolders(dataFolder: string): string[] {
  const folders = dataFolders(dataFolder);
  if (folders.length === 0) throw refusal(dataFolder, 'The folder holds no timeline.');
  return folders;
}

function dataFolders(dataFolder: string): string[] {
  try {
    if (!statSync(dataFolder, { throwIfNoEntry: false })?.isDirectory())
      throw refusal(dataFolder, 'There is no such folder.');
    if (isTimeline(dataFolder)) return [dataFolder];
    return readdirSync(dataFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(dataFolder, entry.name))
      .filter(isTimeline)
      .sort();
  } catch (cause) {
    if (cause instanceof RecordError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw refusal(dataFolder, `The folder cannot be read (${code}).`, { cause });
  }
}

function isTimeline(folder: string): boolean {
  return existsSync(join(folder, 'timeline.yaml'));
}

function refusal(dataFolder: string, message: string, options?: { cause: unknown }): RecordError {
  return new RecordError(
    [
      {
        severity: 'error',
        rule: 'no-timeline',
        file: dataFolder,
        field: '',
        message,
        remedy: 'Name a folder that holds a timeline: one with a file timeline.yaml, or with folders that have one.',
      },
    ],
    options,
  );
}
