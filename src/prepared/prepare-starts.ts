import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDateline } from '../dateline.ts';
import { RecordError } from '../record/problem.ts';
import { BundleError, bundleCode } from './bundle-code.ts';
import { HOME } from './home.ts';
import { prepareRecord } from './open.ts';

/**
 * Prepares all that a start needs: the code, a record, and the compiled code of a first question.
 * @returns what came of it, in a line; nothing throws, since an install must not fail for it
 */
export async function prepareStarts(dataFolder: string): Promise<string> {
  const code = await outcome(bundleCode);
  const record = await outcome(async () => {
    const { preparation, stored } = await prepareRecord(dataFolder);
    if (!stored) throw new BundleError('.cache/record cannot be written to');
    if (code === PREPARED) compile(createDateline(preparation).examples[0] ?? '', dataFolder);
  });
  return `code: ${code}; record: ${record}`;
}

const PREPARED = 'prepared';

async function outcome(work: () => Promise<void>): Promise<string> {
  try {
    await work();
    return PREPARED;
  } catch (error) {
    if (error instanceof RecordError) return 'not prepared, it has errors: "dateline lint" tells them';
    return `not prepared, ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
}

/** Asks a question in a process of its own, which leaves behind the compiled code of what it ran. */
function compile(question: string, dataFolder: string): void {
  rmSync(join(HOME, '.cache', 'compile'), { recursive: true, force: true });
  const command = [join(HOME, 'bin', 'dateline.js'), 'ask', question, '--data', dataFolder];
  spawnSync(process.execPath, command, { stdio: 'ignore' });
}
