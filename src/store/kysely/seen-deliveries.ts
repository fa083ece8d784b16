import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { SeenDeliveryRepository } from '../seen-deliveries.ts';

export class KyselySeenDeliveries implements SeenDeliveryRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async claim(key: string, { now, until }: { now: Date; until: Date }): Promise<boolean> {
    // One statement, so that of several processes one gets the row back: who made it, or who took over what had expired.
    const claimed = await this.#db
      .insertInto('seen_deliveries')
      .values({ key, expires_at: until.getTime() })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ expires_at: until.getTime() })
          .where('seen_deliveries.expires_at', '<=', now.getTime()),
      )
      .returning('key')
      .executeTakeFirst();
    return claimed !== undefined;
  }

  async release(key: string): Promise<void> {
    await this.#db.deleteFrom('seen_deliveries').where('key', '=', key).execute();
  }

  async purge(now: Date): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('seen_deliveries')
      .where('expires_at', '<=', now.getTime())
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
