import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { AnswerKey, Feedback, FeedbackRepository, NewFeedback, Verdict } from '../feedback.ts';
import { LIST_LIMIT } from './list-limit.ts';

export class KyselyFeedback implements FeedbackRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async give(feedback: NewFeedback, now: Date): Promise<Feedback> {
    const said = {
      verdict: feedback.verdict,
      comment: feedback.comment,
      event_ids: JSON.stringify(feedback.events),
      intent: feedback.intent,
      given_at: now.getTime(),
    };
    const kept = await this.#db
      .insertInto('feedback')
      .values({
        team_id: feedback.team,
        channel_id: feedback.channel,
        message_ts: feedback.messageTs,
        user_id: feedback.user,
        ...said,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['team_id', 'channel_id', 'message_ts', 'user_id'])
          .doUpdateSet(said)
          .where('feedback.given_at', '<=', said.given_at),
      )
      .returningAll()
      .executeTakeFirst();
    return kept ? feedbackOf(kept) : (await this.find(feedback, feedback.user))!;
  }

  async find({ team, channel, messageTs }: AnswerKey, user: string): Promise<Feedback | undefined> {
    const row = await this.#db
      .selectFrom('feedback')
      .selectAll()
      .where('team_id', '=', team)
      .where('channel_id', '=', channel)
      .where('message_ts', '=', messageTs)
      .where('user_id', '=', user)
      .executeTakeFirst();
    return row && feedbackOf(row);
  }

  async list(
    team: string,
    { verdict, limit = LIST_LIMIT }: { verdict?: Verdict; limit?: number } = {},
  ): Promise<Feedback[]> {
    const rows = await this.#db
      .selectFrom('feedback')
      .selectAll()
      .where('team_id', '=', team)
      .$if(verdict !== undefined, (query) => query.where('verdict', '=', verdict!))
      .orderBy('given_at', 'desc')
      .orderBy('message_ts', 'desc')
      .orderBy('user_id')
      .limit(limit)
      .execute();
    return rows.map(feedbackOf);
  }
}

function feedbackOf(row: Tables['feedback']): Feedback {
  return {
    team: row.team_id,
    channel: row.channel_id,
    messageTs: row.message_ts,
    user: row.user_id,
    verdict: row.verdict,
    comment: row.comment,
    events: JSON.parse(row.event_ids) as string[],
    intent: row.intent,
    givenAt: new Date(row.given_at),
  };
}
