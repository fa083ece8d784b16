/** Ends the process with status 2 and a line that says how it is called. */
export function endWithUsage(usage: string): never {
  console.error(`usage: ${usage}`);
  process.exit(2);
}

/**
 * A whole number of the command line.
 * @param at its place, from 0
 * @param fallback what holds where it is not given
 * @param least the least that makes sense; what is less, or no whole number, ends the process
 */
export function numberArgument(at: number, fallback: number, least: number, usage: string): number {
  const text = process.argv[2 + at];
  const number = text === undefined ? fallback : Number(text);
  return text?.trim() !== '' && Number.isSafeInteger(number) && number >= least ? number : endWithUsage(usage);
}

/** The arguments that are no options. */
export function plainArguments(): string[] {
  return process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
}
