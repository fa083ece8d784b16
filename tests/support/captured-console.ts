import type { Console } from '../../src/cli/console.ts';
import { main } from '../../src/cli/main.ts';
import { openFolder } from './desk.ts';

/** A console that keeps what is written to it. */
export class CapturedConsole implements Console {
  written = '';
  errors = '';

  out(text: string): void {
    this.written += text;
  }

  error(text: string): void {
    this.errors += text;
  }

  /** What was written, line by line. */
  get lines(): string[] {
    return this.written.split('\n').filter((line) => line !== '');
  }
}

/** Runs the command in this process; records are read from their YAML files. */
export async function run(
  ...args: string[]
): Promise<{ status: number; out: string; errors: string; lines: string[] }> {
  const console = new CapturedConsole();
  const streams: Console = { out: (text) => console.out(text), error: (text) => console.error(text) };
  const status = await main(args, streams, openFolder);
  return { status, out: console.written, errors: console.errors, lines: console.lines };
}
