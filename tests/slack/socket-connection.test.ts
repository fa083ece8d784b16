import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { SocketConnection } from '../../src/slack/socket-connection.ts';
import { memoryLog } from '../support/slack-bench.ts';

/** A client whose attempts to connect end as a test says, and the pauses that were asked for. */
function connectionBench() {
  const events = new EventEmitter();
  const attempts: PromiseWithResolvers<void>[] = [];
  const pauses: { ms: number; over: PromiseWithResolvers<void> }[] = [];
  const changed = new EventEmitter();
  const client = {
    on: events.on.bind(events),
    start: () => {
      const attempt = Promise.withResolvers<void>();
      attempts.push(attempt);
      changed.emit('change');
      return attempt.promise.then(() => ({ ok: true }));
    },
    disconnect: async () => void events.emit('disconnected'),
  };
  const pause = (ms: number, signal: AbortSignal) => {
    const over = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => over.reject(signal.reason));
    pauses.push({ ms, over });
    changed.emit('change');
    return over.promise;
  };
  const { log, logged } = memoryLog();
  const connection = new SocketConnection(
    client as unknown as ConstructorParameters<typeof SocketConnection>[0],
    log,
    pause,
  );
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise((resolve) => changed.once('change', resolve));
  };
  const connect = async (index: number) => {
    await until(() => attempts.length > index);
    events.emit('connected');
    attempts[index]!.resolve();
  };
  return { connection, events, attempts, pauses, logged, until, connect };
}

test('pauses grow to half a minute, and begin anew after a success', async () => {
  const { connection, events, attempts, pauses, until, connect } = connectionBench();
  const opened = connection.open();
  await connect(0);
  await opened;
  events.emit('disconnected');
  for (let index = 0; index < 8; index += 1) {
    await until(() => pauses.length > index);
    pauses[index]!.over.resolve();
    await until(() => attempts.length > index + 1);
    if (index < 7) attempts[index + 1]!.reject(new Error('no'));
  }
  await connect(8);
  events.emit('disconnected');
  await until(() => pauses.length > 8);
  expect(pauses.map(({ ms }) => ms)).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 0]);
});

test('a connection that closes before the hello is no loss of its own', async () => {
  const { connection, events, attempts, pauses, until } = connectionBench();
  const opened = connection.open();
  await until(() => attempts.length === 1);
  events.emit('disconnected');
  attempts[0]!.reject(undefined);
  await expect(opened).rejects.toBeUndefined();
  expect(pauses).toEqual([]);
});

test('closing ends the pause and all attempts', async () => {
  const { connection, events, attempts, pauses, until, connect } = connectionBench();
  const opened = connection.open();
  await connect(0);
  await opened;
  events.emit('disconnected');
  await until(() => pauses.length === 1);
  await connection.close();
  await expect(pauses[0]!.over.promise).rejects.toThrow();
  expect(attempts).toHaveLength(1);
  expect(connection.connected).toBe(false);
});

test('a connection that is made while closing is closed again', async () => {
  const { connection, events, attempts, pauses, until, connect } = connectionBench();
  const opened = connection.open();
  await connect(0);
  await opened;
  events.emit('disconnected');
  await until(() => pauses.length === 1);
  pauses[0]!.over.resolve();
  await until(() => attempts.length === 2);
  await connection.close();
  const disconnected = new Promise((resolve) => events.once('disconnected', resolve));
  await connect(1);
  await disconnected;
  expect(connection.connected).toBe(false);
});
