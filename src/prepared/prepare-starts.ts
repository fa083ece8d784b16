import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDateline } from '../dateline.ts';
import { RecordError } from '../record/problem.ts';
import { bundleCode } from './bundle-code.ts';
import { COMPILE_FOLDER } from './cache.js';
import { HOME, OWN_DATA } from './home.ts';
import { prepareRecord } from './open.ts';

/**
 * Prepares all that a start needs: the code, a record, and, where both are, the compiled code of a first answer.
 * @returns what came of each, in a line; nothing throws, since an install must not fail for it
 */
export async function prepareStarts(dataFolder: string): Promise<string> {
  let question = '';
  const code = await outcome(bundleCode);
  const record = await outcome(async () => {
    const { preparation, unstored } = await prepareRecord(dataFolder).catch((cause) => {
      throw cause instanceof RecordError ? unloadable(dataFolder, cause) : cause;
    });
    if (unstored !== undefined) throw new Error(unstored);
    question = createDateline(preparation).examples[0] ?? question;
  });
  const told = `code: ${code}; record: ${record}`;
  if (code !== PREPARED || record !== PREPARED) return told;
  return `${told}; first answer: ${await outcome(() => compile(question, dataFolder))}`;
}

const PREPARED = 'prepared';

async function outcome(work: () => void | Promise<void>): Promise<string> {
  try {
    await work();
    return PREPARED;
  } catch (error) {
    return `not prepared, ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
}

function unloadable(dataFolder: string, cause: RecordError): Error {
  const named = dataFolder === OWN_DATA ? '' : ` --data ${JSON.stringify(dataFolder)}`;
  return new Error(`it cannot be loaded; to see why: dateline lint${named}`, { cause });
}

/** Asks a question in a process of its own, which leaves behind the compiled code of what it ran. */
function compile(question: string, dataFolder: string): void {
  rmSync(join(HOME, COMPILE_FOLDER), { recursive: true, force: true });
  const command = [join(HOME, 'bin', 'dateline.js'), 'ask', question, '--data', dataFolder];
  const { error, status } = spawnSync(process.execPath, command, { stdio: 'ignore' });
  if (error) throw error;
  if (status !== 0) throw new Error(`asking a question ended with status ${status}`);
}
