import type { Console } from './console.ts';

/**
 * The process's own streams, for a command or a chat in the terminal. A reader that has seen enough (`| head`) closes the
 * pipe: that is no error, and ends the process with status 0.
 */
export function standardConsole(): Console {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  };
}
