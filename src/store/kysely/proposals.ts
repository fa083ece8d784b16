import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Decision, NewProposal, Proposal, ProposalKey, ProposalRepository, ProposalState } from '../proposals.ts';
import { LIST_LIMIT } from './list-limit.ts';

export class KyselyProposals implements ProposalRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async add(proposal: NewProposal, now: Date): Promise<Proposal> {
    const row = await this.#db
      .insertInto('proposals')
      .values({
        id: randomUUID(),
        team_id: proposal.team,
        channel_id: proposal.channel,
        user_id: proposal.user,
        kind: proposal.kind,
        event_id: proposal.event,
        text: proposal.text,
        date_text: proposal.date,
        source_url: proposal.sourceUrl,
        created_at: now.getTime(),
        state: 'open',
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return proposalOf(row);
  }

  async find({ team, id }: ProposalKey): Promise<Proposal | undefined> {
    const row = await this.#db
      .selectFrom('proposals')
      .selectAll()
      .where('id', '=', id)
      .where('team_id', '=', team)
      .executeTakeFirst();
    return row && proposalOf(row);
  }

  async list(
    team: string,
    { state, limit = LIST_LIMIT }: { state?: ProposalState; limit?: number } = {},
  ): Promise<Proposal[]> {
    const rows = await this.#db
      .selectFrom('proposals')
      .selectAll()
      .where('team_id', '=', team)
      .$if(state !== undefined, (query) => query.where('state', '=', state!))
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(proposalOf);
  }

  async notePost({ team, id }: ProposalKey, posted: { channel: string; messageTs: string }): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('proposals')
      .set({ posted_channel_id: posted.channel, posted_message_ts: posted.messageTs })
      .where('id', '=', id)
      .where('team_id', '=', team)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }

  async decide(
    { team, id }: ProposalKey,
    { state, by, now }: { state: 'accepted' | 'declined'; by: string; now: Date },
  ): Promise<Decision> {
    const decided = await this.#db
      .updateTable('proposals')
      .set({ state, decided_by: by, decided_at: now.getTime() })
      .where('id', '=', id)
      .where('team_id', '=', team)
      .where('state', '=', 'open')
      .returningAll()
      .executeTakeFirst();
    if (decided) return { outcome: 'decided', proposal: proposalOf(decided) };
    const proposal = await this.find({ team, id });
    return proposal ? { outcome: 'already-decided', proposal } : { outcome: 'not-found' };
  }
}

function proposalOf(row: Tables['proposals']): Proposal {
  return {
    id: row.id,
    team: row.team_id,
    channel: row.channel_id,
    user: row.user_id,
    kind: row.kind,
    event: row.event_id,
    text: row.text,
    date: row.date_text,
    sourceUrl: row.source_url,
    createdAt: new Date(row.created_at),
    state: row.state,
    decided: row.decided_by === null ? null : { by: row.decided_by, at: new Date(row.decided_at!) },
    posted:
      row.posted_channel_id === null ? null : { channel: row.posted_channel_id, messageTs: row.posted_message_ts! },
  };
}
