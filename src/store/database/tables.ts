/**
 * The columns of every table, alike in both databases. A moment is an integer of milliseconds since 1970 in UTC, so that
 * it is compared alike whatever the collation; yes and no are 1 and 0; a list is JSON.
 */
export interface Tables {
  /** The name of each migration that was carried out. */
  dateline_migrations: {
    name: string;
  };
  channel_settings: {
    team_id: string;
    channel_id: string;
    answer_without_mention: number;
    ephemeral: number;
    timeline: string | null;
    changed_by: string;
    changed_at: number;
  };
  user_settings: {
    team_id: string;
    user_id: string;
    timeline: string | null;
    changed_at: number;
  };
  proposals: {
    id: string;
    team_id: string;
    channel_id: string;
    user_id: string;
    kind: 'correction' | 'event';
    event_id: string | null;
    text: string;
    date_text: string | null;
    source_url: string | null;
    created_at: number;
    state: 'open' | 'accepted' | 'declined';
    decided_by: string | null;
    decided_at: number | null;
    posted_channel_id: string | null;
    posted_message_ts: string | null;
  };
  feedback: {
    team_id: string;
    channel_id: string;
    message_ts: string;
    user_id: string;
    verdict: 'right' | 'wrong-date' | 'bad-source' | 'other';
    comment: string | null;
    event_ids: string;
    intent: string | null;
    given_at: number;
  };
  installations: {
    owner_kind: 'team' | 'enterprise';
    owner_id: string;
    sealed: string;
    saved_at: number;
  };
  oauth_states: {
    nonce: string;
    payload: string;
    expires_at: number;
  };
  seen_deliveries: {
    key: string;
    expires_at: number;
    settled: number;
  };
  unanswered_questions: {
    id: string;
    team_id: string;
    channel_id: string;
    text: string;
    status: string;
    asked_at: number;
  };
}

/** A table that holds what users create. */
export type TableName = Exclude<keyof Tables, 'dateline_migrations'>;

/**
 * Every table with its primary key. A table that refers to another comes after it.
 */
export const PRIMARY_KEYS: { readonly [Name in TableName]: readonly (keyof Tables[Name] & string)[] } = {
  channel_settings: ['team_id', 'channel_id'],
  user_settings: ['team_id', 'user_id'],
  proposals: ['id'],
  feedback: ['team_id', 'channel_id', 'message_ts', 'user_id'],
  installations: ['owner_kind', 'owner_id'],
  oauth_states: ['nonce'],
  seen_deliveries: ['key'],
  unanswered_questions: ['id'],
};

/** How many rows, by table. */
export type RowCounts = Record<string, number>;

export const TABLE_NAMES = Object.keys(PRIMARY_KEYS) as TableName[];
