import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type {
  NewUnansweredQuestion,
  UnansweredQuestion,
  UnansweredQuestionRepository,
} from '../unanswered-questions.ts';
import { LIST_LIMIT } from './list-limit.ts';

export class KyselyUnansweredQuestions implements UnansweredQuestionRepository {
  readonly #db: Kysely<Tables>;
  readonly #kept: boolean;

  /** @param kept whether the operator allows that questions are kept */
  constructor(db: Kysely<Tables>, kept: boolean) {
    this.#db = db;
    this.#kept = kept;
  }

  async add({ team, channel, text, status }: NewUnansweredQuestion, now: Date): Promise<boolean> {
    if (!this.#kept) return false;
    await this.#db
      .insertInto('unanswered_questions')
      .values({ id: randomUUID(), team_id: team, channel_id: channel, text, status, asked_at: now.getTime() })
      .execute();
    return true;
  }

  async list({ team, limit = LIST_LIMIT }: { team?: string; limit?: number } = {}): Promise<UnansweredQuestion[]> {
    const rows = await this.#db
      .selectFrom('unanswered_questions')
      .selectAll()
      .$if(team !== undefined, (query) => query.where('team_id', '=', team!))
      .orderBy('asked_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(questionOf);
  }

  async purge(before: Date): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('unanswered_questions')
      .where('asked_at', '<', before.getTime())
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}

function questionOf(row: Tables['unanswered_questions']): UnansweredQuestion {
  return {
    id: row.id,
    team: row.team_id,
    channel: row.channel_id,
    text: row.text,
    status: row.status,
    askedAt: new Date(row.asked_at),
  };
}
