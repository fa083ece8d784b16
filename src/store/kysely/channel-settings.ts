import type { Kysely } from 'kysely';
import type {
  ChannelKey,
  ChannelSettings,
  ChannelSettingsChange,
  ChannelSettingsRepository,
} from '../channel-settings.ts';
import type { Tables } from '../database/tables.ts';

export class KyselyChannelSettings implements ChannelSettingsRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async get({ team, channel }: ChannelKey): Promise<ChannelSettings> {
    const row = await this.#db
      .selectFrom('channel_settings')
      .selectAll()
      .where('team_id', '=', team)
      .where('channel_id', '=', channel)
      .executeTakeFirst();
    return row ? settingsOf(row) : { answerWithoutMention: false, ephemeral: false, timeline: null, changed: null };
  }

  async change(
    { team, channel }: ChannelKey,
    change: ChannelSettingsChange,
    { by, now }: { by: string; now: Date },
  ): Promise<ChannelSettings> {
    const changed = { ...columnsOf(change), changed_by: by, changed_at: now.getTime() };
    const row = await this.#db
      .insertInto('channel_settings')
      .values({ team_id: team, channel_id: channel, answer_without_mention: 0, ephemeral: 0, ...changed })
      .onConflict((conflict) => conflict.columns(['team_id', 'channel_id']).doUpdateSet(changed))
      .returningAll()
      .executeTakeFirstOrThrow();
    return settingsOf(row);
  }
}

/** The columns of what a change names. */
function columnsOf({ answerWithoutMention, ephemeral, timeline }: ChannelSettingsChange) {
  return {
    ...(answerWithoutMention === undefined ? {} : { answer_without_mention: Number(answerWithoutMention) }),
    ...(ephemeral === undefined ? {} : { ephemeral: Number(ephemeral) }),
    ...(timeline === undefined ? {} : { timeline }),
  };
}

function settingsOf(row: Tables['channel_settings']): ChannelSettings {
  return {
    answerWithoutMention: row.answer_without_mention === 1,
    ephemeral: row.ephemeral === 1,
    timeline: row.timeline,
    changed: { by: row.changed_by, at: new Date(row.changed_at) },
  };
}
