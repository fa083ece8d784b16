import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { OAuthState, OAuthStateRepository } from '../oauth-states.ts';

export class KyselyOAuthStates implements OAuthStateRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async issue({ nonce, payload, expiresAt }: OAuthState): Promise<void> {
    await this.#db.insertInto('oauth_states').values({ nonce, payload, expires_at: expiresAt.getTime() }).execute();
  }

  async use(nonce: string, now: Date): Promise<string | undefined> {
    // Of several who come back with it at once, one deletes the row.
    const used = await this.#db.deleteFrom('oauth_states').where('nonce', '=', nonce).returningAll().executeTakeFirst();
    return used && used.expires_at > now.getTime() ? used.payload : undefined;
  }

  async purge(now: Date): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('oauth_states')
      .where('expires_at', '<=', now.getTime())
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
