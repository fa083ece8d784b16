import type { Command } from 'commander';

/** Where a command writes: the process's own streams, or a test's. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
}

/** Makes one sub-command; `setStatus` sets the exit status of the process. */
export type CommandMaker = (console: Console, setStatus: (status: number) => void) => Command;
