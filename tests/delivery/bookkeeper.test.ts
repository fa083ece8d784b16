import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bookkeeper } from '../../src/delivery/bookkeeper.ts';
import { readOwedMessage } from '../../src/delivery/owed-message.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import type { Store } from '../../src/store/store.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { desk } from '../support/desk.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { memoryLog } from '../support/slack-bench.ts';
import { overEachDatabase } from '../support/stores.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const LONDON = { cron: '30 8 * * *', timeZone: 'Europe/London' };

overEachDatabase('what is owed', (place) => {
  let store: Store;
  let clock: ManualClock;
  let bookkeeper: Bookkeeper;
  let logged: Record<string, unknown>[];
  let owed: number;
  beforeEach(async () => {
    store = await place().open();
    clock = new ManualClock(Date.parse('2027-01-08T08:00:00Z'));
    bookkeeper = bookkeeperOver(store);
    owed = 0;
  });
  afterEach(() => bookkeeper.stop());

  function bookkeeperOver(shared: Store): Bookkeeper {
    const memory = memoryLog();
    logged = memory.logged;
    return new Bookkeeper({
      dateline: desk(),
      store: shared,
      clock: { now: async () => new Date(clock.now()), after: () => () => {} },
      log: memory.log,
      metrics: createMetrics().delivery,
      catchUpMs: 72 * HOUR,
      owes: () => {
        owed += 1;
      },
    });
  }

  const subscribe = (order: object, channel = 'C0NEWS'): Promise<Subscription> =>
    store.subscriptions.add(
      {
        team: 'T0NEWSDESK',
        channel,
        user: 'U0ALICE',
        order: { digest: 'on-this-day', schedule: LONDON, filter: {}, ...order },
        nextRunAt: new Date('2027-01-08T08:30:00Z'),
      },
      new Date(clock.now()),
    );
  const outbox = async () =>
    (await store.outbox.list()).map((delivery) => ({ ...delivery, ...readOwedMessage(delivery.message)! }));

  test('is put into the outbox when its time has come, composed of the record, once', async () => {
    const { id } = await subscribe({});
    await bookkeeper.account();
    expect(await outbox()).toEqual([]);
    clock.advance(HOUR / 2);
    await Promise.all([bookkeeper.account(), bookkeeper.account()]);
    await bookkeeper.account();
    const [delivery, ...others] = await outbox();
    expect(others).toEqual([]);
    expect(delivery).toMatchObject({ key: `${id}:2027-01-08T08:30:00.000Z`, subscription: id, kind: 'on-this-day' });
    expect(delivery?.text).toContain('8 January 2020');
    expect(owed).toBe(1);
    expect((await store.subscriptions.list('T0NEWSDESK'))[0]).toMatchObject({
      nextRunAt: new Date('2027-01-09T08:30:00Z'),
      lastRunAt: new Date('2027-01-08T08:30:00Z'),
    });
  });

  test('is worked out by one of several processes', async () => {
    for (let n = 0; n < 8; n += 1) await subscribe({}, `C0${n}`);
    const others = [bookkeeper, bookkeeperOver(await place().open()), bookkeeperOver(await place().open())];
    clock.advance(HOUR);
    await Promise.all(others.map((each) => each.account()));
    expect(await outbox()).toHaveLength(8);
  });

  test('is worked out for each channel before the next of any, since a channel takes one message a second', async () => {
    for (const channel of ['C0A', 'C0A', 'C0A', 'C0B', 'C0C', 'C0B']) await subscribe({}, channel);
    clock.advance(HOUR);
    await bookkeeper.account();
    const told = logged.map(({ channel }) => channel);
    expect([...told.slice(0, 3)].sort()).toEqual(['C0A', 'C0B', 'C0C']);
    expect([...told.slice(3)].sort()).toEqual(['C0A', 'C0A', 'C0B']);
    expect(told.at(-1)).toBe('C0A');
  });

  test('is nothing on a day without anything to tell, unless somebody wants to be told that', async () => {
    const nowhere = { filter: { kinds: ['no-such-kind'] } };
    await subscribe(nowhere);
    await subscribe({ ...nowhere, emptyDays: 'say' }, 'C0SAYS');
    clock.advance(HOUR);
    await bookkeeper.account();
    expect((await outbox()).map(({ channel }) => channel)).toEqual(['C0SAYS']);
    expect((await store.subscriptions.list('T0NEWSDESK')).map(({ lastRunAt }) => lastRunAt)).toEqual([
      new Date('2027-01-08T08:30:00Z'),
      new Date('2027-01-08T08:30:00Z'),
    ]);
  });

  test('for several runs that were missed is told in one digest, which says so', async () => {
    await subscribe({});
    clock.advance(2 * DAY + 2 * HOUR);
    await bookkeeper.account();
    const [delivery, ...others] = await outbox();
    expect(others).toEqual([]);
    expect(delivery?.text).toMatch(/Two earlier digests were missed/);
    expect(delivery?.text).toMatch(/posted late/);
    expect(logged.at(-1)).toMatchObject({ level: 'warn', msg: 'a subscription was accounted for' });
  });

  test('for what was added to the record is told from the last digest on, once', async () => {
    const event = desk().events()[0]!;
    const { name } = desk()
      .coverage()
      .map(({ timeline }) => ({ name: timeline }))[0]!;
    const note = (fields: Record<string, string>) =>
      store.recordChanges.note(name, [{ event: event.id, fields }], new Date(clock.now()));
    await note({ title: 'a', date: 'b' });
    await subscribe({ digest: 'record-changes' });
    clock.advance(HOUR / 4);
    await note({ title: 'a', date: 'c' });
    clock.advance(HOUR);
    await bookkeeper.account();
    const [delivery] = await outbox();
    expect(delivery?.text).toContain(event.title);
    expect(delivery?.text).toMatch(/date/i);
    clock.advance(DAY);
    await bookkeeper.account();
    expect(await outbox()).toHaveLength(1);
  });

  test('for editors names what could not be answered and what readers said, of their workspace alone', async () => {
    await subscribe({ digest: 'editors' });
    clock.advance(60_000);
    const now = () => new Date(clock.now());
    const asked = { channel: 'C0NEWS', status: 'declined' };
    await store.unansweredQuestions.add(
      { ...asked, team: 'T0NEWSDESK', text: 'who sank the <!channel> ferry?' },
      now(),
    );
    await store.unansweredQuestions.add({ ...asked, team: 'T0OTHER', text: 'a question of others' }, now());
    await store.feedback.give(
      {
        team: 'T0NEWSDESK',
        channel: 'C0NEWS',
        messageTs: '1.1',
        user: 'U0BOB',
        verdict: 'wrong-date',
        comment: 'it was the 9th',
        events: [],
        intent: 'date',
      },
      now(),
    );
    clock.advance(HOUR);
    await bookkeeper.account();
    const [delivery] = await outbox();
    expect(delivery?.text).toContain('who sank the');
    expect(delivery?.text).toContain('it was the 9th');
    expect(delivery?.text).not.toContain('a question of others');
    expect(JSON.stringify(delivery?.blocks)).not.toContain('<!channel>');
  });

  test('by an order that this version cannot read is left, said, and keeps nobody else waiting', async () => {
    const unreadable = await subscribe({ digest: 'of another version' });
    await subscribe({}, 'C0WORLD');
    clock.advance(HOUR);
    await bookkeeper.account();
    expect((await outbox()).map(({ channel }) => channel)).toEqual(['C0WORLD']);
    expect(logged).toContainEqual(expect.objectContaining({ level: 'error', subscription: unreadable.id }));
    expect((await store.subscriptions.find(unreadable))?.nextRunAt).toEqual(new Date('2027-01-08T08:30:00Z'));
  });

  test('is worked out at the next tick where the store failed', async () => {
    await subscribe({});
    clock.advance(HOUR);
    await place().sql('alter table subscription_runs rename to elsewhere');
    await bookkeeper.account();
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'error', msg: expect.stringContaining('next tick') }),
    );
    expect(await outbox()).toEqual([]);
    await place().sql('alter table elsewhere rename to subscription_runs');
    await bookkeeper.account();
    expect(await outbox()).toHaveLength(1);
  });
});
