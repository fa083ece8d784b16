/** Thrown when the operations port cannot be opened: one sentence with the remedy. */
export class OperationsStartError extends Error {
  override readonly name = 'OperationsStartError';
  readonly port: number;

  constructor(host: string, port: number, cause: unknown) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    const [why, remedy] =
      code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
        ? [`of ${host} cannot be opened (${code})`, 'set DATELINE_OPERATIONS_HOST to an address of this machine']
        : [
            code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${code})`,
            'set DATELINE_OPERATIONS_PORT to another one',
          ];
    super(`Port ${port} ${why}: ${remedy}.`, { cause });
    this.port = port;
  }
}
