import type { Server, ServerResponse } from 'node:http';

/**
 * Keeps a load balancer from sending ever more requests over a connection that it holds open, for which closing the server
 * would wait.
 * @returns a function that makes each request of then, and each that follows, the last of its connection
 */
export function lastRequests(server: Server): () => void {
  const underWay = new Set<ServerResponse>();
  let last = false;
  const endConnection = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  server.prependListener('request', (_request, response) => {
    if (last) endConnection(response);
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  return () => {
    last = true;
    for (const response of underWay) endConnection(response);
  };
}
