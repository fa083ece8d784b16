import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupLines } from '../../src/store/backup/back-up.ts';
import { restore } from '../../src/store/backup/restore.ts';
import { at, claimAt } from '../support/outbox.ts';
import { overEachDatabase } from '../support/stores.ts';

const TIME = new Date('2026-11-22T12:00:00Z');
const KEYS = { team: 'T1', channel: 'C1', messageTs: '1.1' };

/** Text as hostile as a person's: any unit of UTF-16, NUL and halves of pairs among them, quotes, escapes, marks. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  fc.string({
    unit: fc.constantFrom('\0', "'", '"', '\\', '`', '$1', '?', '%', ';--', '\n', '\u2028', '🚀', '\ud83d', 'é'),
  }),
  fc.constantFrom('x'.repeat(10_000), '🚀'.repeat(5_000), "'".repeat(10_000), '\0'.repeat(100), '', ' ', 'null', '{}'),
);

/** What a text is kept as: a NUL, and half of a pair, cannot be told in both databases. */
const kept = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed();

overEachDatabase('any text', (place) => {
  test('comes out of the store as it went in, and out of its backup', { timeout: 120_000 }, async () => {
    const store = await place().open();
    const database = await place().connect();
    await fc.assert(
      fc.asyncProperty(fc.record({ text: hostile, other: hostile }), async ({ text, other }) => {
        const proposal = await store.proposals.add(
          { ...KEYS, user: 'U1', kind: 'event', event: other, text, date: other, sourceUrl: text },
          TIME,
        );
        expect(proposal).toMatchObject({
          text: kept(text),
          event: kept(other),
          date: kept(other),
          sourceUrl: kept(text),
        });
        const feedback = await store.feedback.give(
          { ...KEYS, user: 'U1', verdict: 'other', comment: text, events: [text, other], intent: other },
          TIME,
        );
        expect(feedback).toMatchObject({ comment: kept(text), intent: kept(other), events: [text, other] });
        await store.installations.save({ team: 'T1' }, { text, other }, TIME);
        expect(await store.installations.find({ team: 'T1' })).toEqual({ text, other });

        const subscription = await store.subscriptions.add(
          { team: 'T1', channel: text, user: other, order: { [text]: other }, nextRunAt: TIME },
          TIME,
        );
        expect(subscription).toMatchObject({ channel: kept(text), user: kept(other), order: { [text]: other } });
        const before = await store.proposals.list('T1', { limit: 1_000 });
        const backup = await Array.fromAsync(backupLines(database, TIME));
        await restore(database, linesOf(backup), { replace: true, now: new Date() });
        expect(await store.proposals.list('T1', { limit: 1_000 })).toEqual(before);
        expect(await store.subscriptions.find(subscription)).toEqual(subscription);
        await store.subscriptions.remove(subscription);
      }),
      { numRuns: 60 },
    );
  });

  test('tells one key from another', async () => {
    const { seenDeliveries } = await place().open();
    const times = { now: new Date(0), until: new Date(1) };
    let round = 0;
    const key = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('a', 'A', ' ', 'é', "'", '%') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(key, { maxLength: 5, selector: kept }), async (keys) => {
        round += 1;
        for (const each of keys) expect(await seenDeliveries.claim(`${round}:${each}`, times)).toBe('claimed');
        for (const each of keys) expect(await seenDeliveries.claim(`${round}:${each}`, times)).toBe('held');
      }),
      { numRuns: 40 },
    );
  });
});

overEachDatabase('any text in the outbox', (place) => {
  test('goes through it, and finds its channel', { timeout: 120_000 }, async () => {
    const { outbox } = await place().open();
    let round = 0;
    const short = hostile.map((text) => [...text].slice(0, 150).join(''));
    await fc.assert(
      fc.asyncProperty(fc.record({ key: short, channel: short, text: hostile }), async ({ key, channel, text }) => {
        round += 1;
        const delivery = { key: `${round} ${key}`, team: 'T1', channel, subscription: null, message: { text, key } };
        const spelledOut = { ...delivery, key: `${round}+${key}`, channel: kept(channel) };
        await outbox.add([delivery, delivery, spelledOut], at(round));
        const [claimed, ...others] = await claimAt(outbox, round);
        expect(claimed).toMatchObject({ key: kept(delivery.key), channel: kept(channel), message: { text, key } });
        expect(others).toEqual([]);
        const why = { reason: text, inDoubt: false, now: at(round), notices: [], channelFreeAt: at(0) };
        expect(await outbox.hold(claimed!, why)).toBe(true);
        expect(await outbox.find(delivery.key)).toMatchObject({ state: 'held', reason: kept(text) });
        expect(await outbox.drop(delivery.key)).toBe(true);
        expect(await outbox.drop(spelledOut.key)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('in the record is told from any other, and changes nothing by itself', { timeout: 60_000 }, async () => {
    const { recordChanges } = await place().open();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (timeline, event, field) => {
        const name = `${++round} ${timeline}`;
        const events = [{ event, fields: { [field]: event } }];
        await recordChanges.note(name, events, TIME);
        expect(await recordChanges.note(name, events, TIME)).toEqual([]);
        const changed = [{ event, fields: { [field]: `${event}!` } }];
        expect(await recordChanges.note(name, changed, TIME)).toEqual([
          { timeline: kept(name), event: kept(event), kind: 'changed', fields: [field], notedAt: TIME },
        ]);
      }),
      { numRuns: 40 },
    );
  });
});

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
