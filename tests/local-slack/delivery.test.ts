import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { BOT, CREDENTIALS, startNewsroom } from '../support/local-newsroom.ts';
import { callRaw } from '../support/local-slack-client.ts';
import { ManualClock } from '../support/manual-clock.ts';

let clock: ManualClock;
let slack: LocalSlack;
const sockets: WebSocket[] = [];
beforeEach(async () => {
  clock = new ManualClock();
  // One subscription alone, so that a message is one delivery.
  slack = await startNewsroom({ events: ['app_mention'] }, clock);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await slack.close();
});

interface Frame {
  type: string;
  reason?: string;
  envelope_id?: string;
  payload?: { event_id?: string; event?: { text?: string } };
  retry_attempt?: number;
  retry_reason?: string;
}

/** A connection, and what it does with each frame. */
async function connect(received: (frame: Frame, acknowledge: () => void) => void): Promise<WebSocket> {
  const { url } = (await callRaw(slack, 'apps.connections.open', {}, CREDENTIALS.appToken)) as { url: string };
  const socket = new WebSocket(url);
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Frame;
      if (frame.type === 'hello') resolve();
      else received(frame, () => socket.send(JSON.stringify({ envelope_id: frame.envelope_id })));
    });
  });
  return socket;
}

const mention = (text = 'when?') => slack.people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> ${text}`);

describe('Socket Mode', () => {
  test('a ticket opens one connection', async () => {
    const { url } = (await callRaw(slack, 'apps.connections.open', {}, CREDENTIALS.appToken)) as { url: string };
    const first = new WebSocket(url);
    sockets.push(first);
    await new Promise((resolve) => first.once('message', resolve));
    const second = new WebSocket(url);
    expect(await new Promise((resolve) => second.once('error', ({ message }) => resolve(message)))).toContain('401');
  });

  test('a ticket can be refused', async () => {
    slack.socket.refuseTickets(1);
    await expect(connect(() => {})).rejects.toThrow('401');
    await connect(() => {});
    expect(slack.socket.connections).toBe(1);
  });

  test('what is not acknowledged comes again under one event id: at once, after a minute, after five', async () => {
    const seen: [string, number, string][] = [];
    const arrived = Promise.withResolvers<void>();
    await connect(({ payload, retry_attempt, retry_reason }) => {
      if (seen.push([payload?.event_id ?? '', retry_attempt ?? -1, retry_reason ?? '']) === 4) arrived.resolve();
    });
    const done = mention();
    await clock.scheduled(3000);
    slack.socket.expireAcks();
    // The acknowledgement of the second attempt is late, then a minute passes, and so on.
    for (const pause of [60_000, 300_000]) {
      await clock.scheduled(3000);
      clock.advance(3000);
      await clock.scheduled(pause);
      clock.advance(pause);
    }
    await clock.scheduled(3000);
    clock.advance(3000);
    await Promise.all([done, arrived.promise]);
    expect(seen).toEqual([
      ['Ev1', 0, ''],
      ['Ev1', 1, 'timeout'],
      ['Ev1', 2, 'timeout'],
      ['Ev1', 3, 'timeout'],
    ]);
  });

  test('an event that nobody takes is kept for the next connection', async () => {
    const done = mention('first');
    const seen: string[] = [];
    await connect(({ payload }, acknowledge) => {
      seen.push(payload?.event?.text ?? '');
      acknowledge();
    });
    await done;
    expect(seen).toEqual([`<@${BOT.userId}> first`]);
  });

  test('an event that was under way when its connection broke comes again on the next', async () => {
    await connect(() => slack.socket.drop());
    const done = mention();
    await slack.journal.until('socket', ({ state }) => state === 'closed');
    const seen: number[] = [];
    await connect(({ retry_attempt }, acknowledge) => {
      seen.push(retry_attempt ?? -1);
      acknowledge();
    });
    await done;
    expect(seen).toEqual([1]);
  });

  test('each event goes to one of the connections', async () => {
    const counts = [0, 0];
    for (const index of [0, 1]) {
      await connect((_frame, acknowledge) => {
        counts[index]! += 1;
        acknowledge();
      });
    }
    for (let n = 0; n < 4; n += 1) await mention();
    expect(counts).toEqual([2, 2]);
  });

  test('there are ten connections at most', async () => {
    for (let n = 0; n < 10; n += 1) await connect(() => {});
    const { url } = (await callRaw(slack, 'apps.connections.open', {}, CREDENTIALS.appToken)) as { url: string };
    const eleventh = new WebSocket(url);
    sockets.push(eleventh);
    const frame = await new Promise((resolve) => eleventh.once('message', (data) => resolve(JSON.parse(String(data)))));
    expect(frame).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    expect(slack.socket.connections).toBe(10);
  });

  test('a connection is recycled after a warning, and is given nothing more', async () => {
    const reasons: unknown[] = [];
    let done: () => void = () => {};
    const both = new Promise<void>((resolve) => {
      done = resolve;
    });
    await connect(({ type, reason }) => {
      if (type === 'disconnect' && reasons.push(reason) === 2) done();
    });
    slack.socket.warn();
    expect(slack.socket.connections).toBe(1);
    slack.socket.refresh();
    expect(slack.socket.connections).toBe(0);
    await both;
    expect(reasons).toEqual(['warning', 'refresh_requested']);
  });

  test('a command fails where nobody is connected', async () => {
    expect(await slack.people.command('U0ALICE', 'C0NEWS', '/dateline', 'when?')).toEqual({
      status: 0,
      reason: 'no_connection',
    });
  });

  test('one event can be delivered several times', async () => {
    const seen: [string, number][] = [];
    await connect(({ payload, retry_attempt }, acknowledge) => {
      seen.push([payload?.event_id ?? '', retry_attempt ?? -1]);
      acknowledge();
    });
    await slack.people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> when?`, { times: 2 });
    expect(seen).toEqual([
      ['Ev1', 0],
      ['Ev1', 1],
    ]);
  });
});

describe('HTTP', () => {
  /** A request address that answers with one status after another, the last one for ever. */
  async function receiver(...statuses: number[]) {
    const seen: IncomingHttpHeaders[] = [];
    const arrived = Promise.withResolvers<void>();
    const server = createServer((request, response) => {
      seen.push(request.headers);
      arrived.resolve();
      const status = statuses.length > 1 ? statuses.shift()! : statuses[0]!;
      if (status > 0) response.writeHead(status, status === 410 ? { 'x-slack-no-retry': '1' } : {}).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    slack.deliverOverHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return {
      arrived: arrived.promise,
      retries: () => seen.map((headers) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]),
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  }

  test('a failure is told with the retry', async () => {
    const app = await receiver(500, 200);
    await mention();
    expect(app.retries()).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
    ]);
    app.close();
  });

  test('no answer in three seconds is a failure too', async () => {
    const app = await receiver(0, 200);
    const done = mention();
    await app.arrived;
    clock.advance(3000);
    await done;
    expect(app.retries()[1]).toEqual(['1', 'http_timeout']);
    app.close();
  });

  test('an app can ask for no retry', async () => {
    const app = await receiver(410);
    await mention();
    expect(app.retries()).toHaveLength(1);
    app.close();
  });

  test('where nobody listens', async () => {
    slack.deliverOverHttp('http://127.0.0.1:1/');
    void mention();
    const [first] = await slack.journal.until('undelivered');
    expect(first).toMatchObject({ reason: 'connection_failed' });
  });
});
