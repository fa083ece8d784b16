import type { Command } from 'commander';
import type { Dateline } from '../dateline.ts';

/** Where a command writes: the process's own streams, or a test's. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
}

/** Makes the record of a folder ready to be asked. */
export type Open = (dataFolder: string) => Dateline | Promise<Dateline>;

/** What a sub-command works with. */
export interface Surroundings {
  console: Console;
  open: Open;
  /** Sets the exit status of the process. */
  setStatus(status: number): void;
}

/** Makes one sub-command. Modules that only its action needs are imported there: they would slow every other command. */
export type CommandMaker = (surroundings: Surroundings) => Command;
