import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { UnknownTimelineError } from '../dateline.ts';
import { RecordError } from '../record/problem.ts';
import { askCommand } from './ask.ts';
import { chatCommand } from './chat.ts';
import type { Console } from './console.ts';
import { lintCommand } from './lint.ts';
import { schemasCommand } from './schemas.ts';

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const standard: Console = {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

/**
 * Runs the `dateline` command.
 * @param args the words after the command's name
 * @returns the exit status: 0, 1 for what the input made impossible, 2 for a command that was typed wrong
 */
export async function main(args: readonly string[], console: Console = standard): Promise<number> {
  let status = 0;
  const program = new Command('dateline')
    .description('Answers timeline questions from a curated, cited record.')
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.error });
  for (const command of [askCommand, chatCommand, lintCommand, schemasCommand]) {
    const added = command(console, (code) => {
      status = code;
    });
    program.addCommand(added.copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof RecordError || error instanceof UnknownTimelineError || error instanceof ConfigError) {
      console.error(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}
