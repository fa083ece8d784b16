import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Claim, SeenDeliveryRepository } from '../seen-deliveries.ts';

export class KyselySeenDeliveries implements SeenDeliveryRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async claim(key: string, { now, until }: { now: Date; until: Date }): Promise<Claim> {
    const lease = { expires_at: until.getTime(), settled: 0 };
    // One statement, so that of several processes one gets the row back: who made it, or who took over what had expired.
    const claimed = await this.#db
      .insertInto('seen_deliveries')
      .values({ key, ...lease })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet(lease).where('seen_deliveries.expires_at', '<=', now.getTime()),
      )
      .returning('key')
      .executeTakeFirst();
    if (claimed) return 'claimed';
    const found = await this.#db
      .selectFrom('seen_deliveries')
      .select('settled')
      .where('key', '=', key)
      .executeTakeFirst();
    return found?.settled === 1 ? 'settled' : 'held';
  }

  async settle(key: string, until: Date): Promise<void> {
    const settled = { expires_at: until.getTime(), settled: 1 };
    await this.#db
      .insertInto('seen_deliveries')
      .values({ key, ...settled })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(settled))
      .execute();
  }

  async release(key: string): Promise<void> {
    await this.#db.deleteFrom('seen_deliveries').where('key', '=', key).where('settled', '=', 0).execute();
  }

  async purge(now: Date): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('seen_deliveries')
      .where('expires_at', '<=', now.getTime())
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
