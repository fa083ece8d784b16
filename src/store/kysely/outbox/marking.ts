import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { expressionBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { ClaimedDelivery, OutboxRepository } from '../../outbox.ts';
import { inTransaction, type Queries } from '../in-transaction.ts';
import { lockChannels, settleChannels } from './channels.ts';
import { UNCLAIMED } from './ending.ts';

type Posted = Parameters<OutboxRepository['markPosted']>[1];

interface Mark extends PromiseWithResolvers<boolean> {
  claim: ClaimedDelivery;
  posted: Posted;
}

/** The most that are written in one transaction. */
const AT_ONCE = 100;

/** Milliseconds from one transaction to the next: the disk is waited for more seldom. A channel rests far longer. */
const GATHERING = 50;

/**
 * Marks deliveries as posted, as `OutboxRepository.markPosted` says. Marks that come in the same turn, or shortly after
 * others were written, are written in one transaction: the disk is waited for once. Where that fails, each is tried by itself.
 */
export class Marking {
  readonly #db: Queries;
  #waiting: Mark[] = [];
  #writing = false;

  constructor(db: Queries) {
    this.#db = db;
  }

  mark(claim: ClaimedDelivery, posted: Posted): Promise<boolean> {
    const mark = { claim, posted, ...Promise.withResolvers<boolean>() };
    this.#waiting.push(mark);
    if (!this.#writing) void this.#writeAll();
    return mark.promise;
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    await nextTurn();
    while (this.#waiting.length > 0) {
      await this.#write(this.#waiting.splice(0, AT_ONCE));
      if (this.#waiting.length < AT_ONCE) await pause(GATHERING);
    }
    this.#writing = false;
  }

  async #write(marks: readonly Mark[]): Promise<void> {
    try {
      const held = await inTransaction(this.#db, (db) => markAll(db, marks));
      for (const mark of marks) mark.resolve(held.has(mark));
    } catch (error) {
      if (marks.length === 1) marks[0]!.reject(error);
      else for (const mark of marks) await this.#write([mark]);
    }
  }
}

/** @returns those whose claim still held */
async function markAll(db: Transaction<Tables>, marks: readonly Mark[]): Promise<Set<Mark>> {
  const claims = marks.map(({ claim }) => claim);
  await lockChannels(db, claims);
  const rows = await db
    .updateTable('outbox')
    .set({ ...UNCLAIMED, ...posted(marks), state: 'posted', reason: null, in_doubt: 0 })
    .where(stillHeld(claims))
    .returning('key')
    .execute();
  const keys = new Set(rows.map(({ key }) => key));
  const held = new Set(marks.filter(({ claim }) => keys.has(claim.key)));
  if (held.size === 0) return held;
  await settleChannels(
    db,
    [...held].map(({ claim: { team, channel }, posted: { channelFreeAt } }) => ({ team, channel, channelFreeAt })),
  );
  return held;
}

/** What each row is given of its own mark. */
function posted(marks: readonly Mark[]) {
  const own = (value: (mark: Mark) => ReturnType<typeof sql>) =>
    sql.join(
      marks.map((mark) => sql`when ${mark.claim.key} then ${value(mark)}`),
      sql` `,
    );
  return {
    posted_message_ts: sql<string>`case key ${own(({ posted }) => sql`${posted.messageTs}`)} end`,
    // PostgreSQL takes for a text what it is told nothing about.
    posted_at: sql<number>`case key ${own(({ posted }) => sql`cast(${posted.now.getTime()} as bigint)`)} end`,
  };
}

/** The condition that a row of the outbox is claimed by one of these. */
function stillHeld(claims: readonly ClaimedDelivery[]) {
  const { and, eb, or } = expressionBuilder<Tables, 'outbox'>();
  return or(
    [...Map.groupBy(claims, ({ claim }) => claim)].map(([claim, own]) =>
      and([
        eb(
          'outbox.key',
          'in',
          own.map(({ key }) => key),
        ),
        eb('outbox.claim', '=', claim),
      ]),
    ),
  );
}
