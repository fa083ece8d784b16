// Restores the first lines of a backup, says so, and then waits for the rest without end.
import { readLines } from '../../../src/store/backup/read-lines.ts';
import { restore } from '../../../src/store/backup/restore.ts';
import { connect } from '../../../src/store/database/connect.ts';
import { say, settings, stay, task } from './child.ts';

const { file, lines } = task as { file: string; lines: number };

async function* firstLines(): AsyncGenerator<string> {
  let number = 0;
  for await (const line of readLines(file)) {
    yield line;
    if (++number === lines) break;
  }
  say('half');
  await stay();
}

await restore(await connect(settings, 'use'), firstLines(), { replace: true, now: new Date() });
