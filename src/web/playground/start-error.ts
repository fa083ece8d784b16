/** Thrown when the playground cannot open its port: one sentence with the remedy. */
export class PlaygroundStartError extends Error {
  override readonly name = 'PlaygroundStartError';
  readonly port: number;

  constructor(port: number, cause: unknown) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    const why = code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${code})`;
    super(`Port ${port} ${why}: set PORT to another one, or leave it out to take any that is free.`, { cause });
    this.port = port;
  }
}
