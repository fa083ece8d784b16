import type { Database } from '../../database/database.ts';
import type { Accounting, ClaimedDelivery, DeliveryState, NewDelivery, OutboxRepository } from '../../outbox.ts';
import { inTransaction } from '../in-transaction.ts';
import { oweAll, putIn } from './accounting.ts';
import { claim, nextClaim } from './claiming.ts';
import { hold, postpone, release } from './ending.ts';
import { Marking } from './marking.ts';
import { count, drop, find, list, purge, retry } from './operating.ts';
import { pauseChannel } from './pausing.ts';

type Parameter<Method extends keyof OutboxRepository> = Parameters<OutboxRepository[Method]>[1];

export class KyselyOutbox implements OutboxRepository {
  readonly #database: Pick<Database, 'db' | 'kind'>;
  readonly #marking: Marking;

  constructor(database: Pick<Database, 'db' | 'kind'>) {
    this.#database = database;
    this.#marking = new Marking(database.db);
  }

  get #db() {
    return this.#database.db;
  }

  async owe(accounting: Accounting, now: Date) {
    const [owed] = await this.oweAll([accounting], now);
    return owed!;
  }

  oweAll(accountings: readonly Accounting[], now: Date) {
    return oweAll(this.#db, accountings, now);
  }

  async add(deliveries: readonly NewDelivery[], now: Date) {
    if (deliveries.length > 0) await inTransaction(this.#db, (db) => putIn(db, deliveries, now));
  }

  claim(request: Parameters<OutboxRepository['claim']>[0]) {
    return claim(this.#database, request);
  }

  nextClaim() {
    return nextClaim(this.#db);
  }

  markPosted(claim: ClaimedDelivery, posted: Parameter<'markPosted'>) {
    return this.#marking.mark(claim, posted);
  }

  postpone(claim: ClaimedDelivery, why: Parameter<'postpone'>) {
    return postpone(this.#db, claim, why);
  }

  release(claim: ClaimedDelivery) {
    return release(this.#db, claim);
  }

  hold(claim: ClaimedDelivery, why: Parameter<'hold'>) {
    return hold(this.#db, claim, why);
  }

  pauseChannel(claim: ClaimedDelivery, why: Parameter<'pauseChannel'>) {
    return pauseChannel(this.#db, claim, why);
  }

  find(key: string) {
    return find(this.#db, key);
  }

  list(filter?: { states?: readonly DeliveryState[]; limit?: number }) {
    return list(this.#db, filter);
  }

  retry(now: Date, key?: string) {
    return retry(this.#db, now, key);
  }

  drop(key: string) {
    return drop(this.#db, key);
  }

  count() {
    return count(this.#db);
  }

  purge(before: Date) {
    return purge(this.#db, before);
  }
}
