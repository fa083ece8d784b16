// Writes the first lines of a file, says so, and then waits for the rest without end.
import { writeWhole } from '../../../src/store/backup/write-whole.ts';
import { say, stay, task } from './child.ts';

const { file, force } = task as { file: string; force: boolean };

async function* endless(): AsyncGenerator<string> {
  // More than is gathered before it is written.
  for (let number = 0; number < 100; number++) yield `${number} ${'long '.repeat(1_000)}`;
  say('half');
  await stay();
}

await writeWhole(file, endless(), force);
