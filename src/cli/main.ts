import { Command, CommanderError } from 'commander';
import { UnknownTimelineError } from '../dateline.ts';
import { ConfigError } from '../environment.ts';
import { openDateline } from '../prepared/open.ts';
import { RecordError } from '../record/problem.ts';
import { StoreError } from '../store/store-error.ts';
import { askCommand } from './ask.ts';
import { chatCommand } from './chat-command.ts';
import type { Console, Open, Surroundings } from './console.ts';
import { correctionsCommand } from './corrections.ts';
import { digestCommand } from './digest.ts';
import { doctorCommand } from './doctor.ts';
import { lintCommand } from './lint.ts';
import { manifestCommand } from './manifest.ts';
import { outboxCommand } from './outbox.ts';
import { prepareCommand } from './prepare.ts';
import { recheckCommand } from './recheck.ts';
import { schemasCommand } from './schemas.ts';
import { standardConsole } from './standard-console.ts';
import { storeCommand } from './store.ts';
import { UnknownIdError } from './unknown-id-error.ts';

const standard = standardConsole();

/** What the input or the surroundings made impossible; their messages tell the reader what to do. */
const EXPECTED = [RecordError, UnknownTimelineError, UnknownIdError, ConfigError, StoreError];

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
  for (const command of [
    askCommand,
    chatCommand,
    digestCommand,
    correctionsCommand,
    lintCommand,
    recheckCommand,
    schemasCommand,
    prepareCommand,
    storeCommand,
    outboxCommand,
    doctorCommand,
    manifestCommand,
  ]) {
    program.addCommand(command(surroundings));
  }
  inheritSettings(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (EXPECTED.some((kind) => error instanceof kind)) {
      console.error(`${(error as Error).message}\n`);
      return 1;
    }
    throw error;
  }
}

/** Commands and their sub-commands end and print as the program does. */
function inheritSettings(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent);
    inheritSettings(command);
  }
}
