import { existsSync } from 'node:fs';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreError } from '../store-error.ts';

/**
 * Writes a file in one step: whoever looks finds it whole or not at all, whatever fails or dies meanwhile. Only the user
 * who writes it can read it.
 * @param lines what it is to hold; what they throw is thrown on
 * @param force whether a file of this name may be replaced
 * @throws StoreError `backup-exists` or `backup-unwritable`
 */
export async function writeWhole(file: string, lines: AsyncIterable<string>, force: boolean): Promise<void> {
  if (!force && existsSync(file)) throw exists(file);
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await writeLines(unfinished, lines);
    if (force) await rename(unfinished, file);
    else await link(unfinished, file);
    await keepOnDisk(dirname(file));
  } catch (error) {
    throw explain(error, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await writeAll(handle, lines);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const ENOUGH = 64 * 1024;

async function writeAll(handle: FileHandle, lines: AsyncIterable<string>): Promise<void> {
  let gathered = '';
  for await (const line of lines) {
    gathered += `${line}\n`;
    if (gathered.length < ENOUGH) continue;
    await handle.writeFile(gathered);
    gathered = '';
  }
  await handle.writeFile(gathered);
}

/** Writes the folder to the disk too, without which a new name in it may be lost with the power. */
async function keepOnDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function explain(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof StoreError || syscall === undefined) return error;
  if (code === 'EEXIST') return exists(file);
  return new StoreError(
    {
      code: 'backup-unwritable',
      problem: `The backup ${file} cannot be written (${code})`,
      remedy:
        syscall === 'link'
          ? 'the disk cannot tell whether it would replace a file: choose another, or allow that with --force'
          : 'choose a folder that exists, has space and may be written to',
    },
    { cause: error },
  );
}

function exists(file: string): StoreError {
  return new StoreError({
    code: 'backup-exists',
    problem: `There is a file ${file} already`,
    remedy: 'choose another name, or replace it with --force',
  });
}
