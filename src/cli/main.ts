import { Command, CommanderError } from 'commander';
import { UnknownTimelineError } from '../dateline.ts';
import { openDateline } from '../prepared/open.ts';
import { RecordError } from '../record/problem.ts';
import { askCommand } from './ask.ts';
import { chatCommand } from './chat-command.ts';
import type { Console, Open, Surroundings } from './console.ts';
import { lintCommand } from './lint.ts';
import { prepareCommand } from './prepare.ts';
import { schemasCommand } from './schemas.ts';
import { standardConsole } from './standard-console.ts';

const standard = standardConsole();

/**
 * Runs the `dateline` command.
 * @param args the words after the command's name
 * @param open makes a record ready to be asked
 * @returns the exit status: 0, 1 for what the input made impossible, 2 for a command that was typed wrong
 */
export async function main(
  args: readonly string[],
  console: Console = standard,
  open: Open = openDateline,
): Promise<number> {
  let status = 0;
  const surroundings: Surroundings = {
    console,
    open,
    setStatus: (code) => {
      status = code;
    },
  };
  const program = new Command('dateline')
    .description('Answers timeline questions from a curated, cited record.')
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.error });
  for (const command of [askCommand, chatCommand, lintCommand, schemasCommand, prepareCommand]) {
    program.addCommand(command(surroundings).copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof RecordError || error instanceof UnknownTimelineError) {
      console.error(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}
