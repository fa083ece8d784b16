import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
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

/**
 * Marks deliveries as posted, as `OutboxRepository.markPosted` says. Marks that come while others are written, or in the same
 * turn, are written in one transaction: the disk is waited for once. Where that fails, each is tried by itself.
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
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, AT_ONCE));
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
  await lockChannels(
    db,
    marks.map(({ claim }) => claim),
  );
  const held = new Set<Mark>();
  for (const mark of marks) if (await markOne(db, mark)) held.add(mark);
  if (held.size === 0) return held;
  // Some channels rest a moment longer than they would by themselves.
  const latest = Math.max(...[...held].map(({ posted }) => posted.channelFreeAt.getTime()));
  await settleChannels(
    db,
    [...held].map(({ claim }) => claim),
    new Date(latest),
  );
  return held;
}

async function markOne(
  db: Transaction<Tables>,
  { claim, posted: { messageTs, now } }: Pick<Mark, 'claim' | 'posted'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({
      ...UNCLAIMED,
      state: 'posted',
      posted_message_ts: messageTs,
      posted_at: now.getTime(),
      reason: null,
      in_doubt: 0,
    })
    .where('key', '=', claim.key)
    .where('claim', '=', claim.claim)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
