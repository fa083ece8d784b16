import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A load balancer: it gives each request to the next server, and to the one after where that is not there. */
export interface RoundRobin {
  /** Where it takes requests. */
  address: string;
  /** How many requests each server answered. */
  answered: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** @param servers their addresses, without a path */
export async function startRoundRobin(servers: readonly string[]): Promise<RoundRobin> {
  const answered = new Map(servers.map((server) => [server, 0]));
  let turn = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const headers = Object.entries(request.headers).filter(
      ([name]) => !/^(host|connection|content-length)$/.test(name),
    );
    const first = turn++;
    for (const offset of servers.keys()) {
      const server = servers[(first + offset) % servers.length]!;
      try {
        const answer = await fetch(`${server}${request.url}`, {
          method: request.method!,
          headers: headers as [string, string][],
          body,
        });
        const content = Buffer.from(await answer.arrayBuffer());
        answered.set(server, answered.get(server)! + 1);
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
        response.end(content);
        return;
      } catch (error) {
        // Only what was never received may go to another server; the rest is Slack's to repeat.
        if (codeOf(error) !== 'ECONNREFUSED') break;
      }
    }
    response.writeHead(502).end();
  }

  const balancer = createServer((request, response) => void pass(request, response));
  balancer.listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  return {
    address: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`,
    answered,
    async close() {
      const closed = once(balancer, 'close');
      balancer.close();
      balancer.closeAllConnections();
      await closed;
    },
  };
}

function codeOf(error: unknown): unknown {
  return ((error as Error).cause as { code?: unknown } | undefined)?.code;
}
