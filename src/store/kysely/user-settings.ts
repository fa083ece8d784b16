import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { UserKey, UserSettings, UserSettingsChange, UserSettingsRepository } from '../user-settings.ts';

export class KyselyUserSettings implements UserSettingsRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async get({ team, user }: UserKey): Promise<UserSettings> {
    const row = await this.#db
      .selectFrom('user_settings')
      .selectAll()
      .where('team_id', '=', team)
      .where('user_id', '=', user)
      .executeTakeFirst();
    return row ? settingsOf(row) : { timeline: null, changedAt: null };
  }

  async change({ team, user }: UserKey, { timeline }: UserSettingsChange, now: Date): Promise<UserSettings> {
    const changed = { ...(timeline === undefined ? {} : { timeline }), changed_at: now.getTime() };
    const row = await this.#db
      .insertInto('user_settings')
      .values({ team_id: team, user_id: user, ...changed })
      .onConflict((conflict) => conflict.columns(['team_id', 'user_id']).doUpdateSet(changed))
      .returningAll()
      .executeTakeFirstOrThrow();
    return settingsOf(row);
  }
}

function settingsOf(row: Tables['user_settings']): UserSettings {
  return { timeline: row.timeline, changedAt: new Date(row.changed_at) };
}
