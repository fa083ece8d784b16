import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeError, type Log } from '../../log.ts';
import { type OperationsSources, serveOperations } from './serve.ts';
import { OperationsStartError } from './start-error.ts';

export interface Operations {
  /** The port that is listened on. */
  port: number;
  /** Closes the port and every connection to it. */
  stop(): Promise<void>;
}

/**
 * Opens a port for those who run Dateline: `/health`, `/ready` and `/metrics`. It is no port for the public.
 * @throws OperationsStartError
 */
export async function startOperations(
  { host, port }: { host: string; port: number },
  { log, ...sources }: OperationsSources & { log: Log },
): Promise<Operations> {
  const server = createServer((request, response) => {
    serveOperations(request, response, sources).catch((error: unknown) => {
      log.error(describeError(error), 'a monitor could not be answered');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new OperationsStartError(host, port, error);
  }
  const { port: opened } = server.address() as AddressInfo;
  log.info({ host, port: opened }, 'answering monitors');
  return {
    port: opened,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
