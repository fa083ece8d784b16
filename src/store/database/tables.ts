import type { DeliveryState, RunOutcome } from '../outbox.ts';

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
  subscriptions: {
    id: string;
    team_id: string;
    channel_id: string;
    user_id: string;
    order_json: string;
    created_at: number;
    next_run_at: number | null;
    last_run_at: number | null;
    snoozed_until: number | null;
    paused_reason: string | null;
    paused_at: number | null;
  };
  subscription_runs: {
    subscription_id: string;
    run_at: number;
    outcome: RunOutcome;
  };
  outbox_channels: {
    team_id: string;
    channel_id: string;
    /** Until when the channel is left alone: the end of a claim's lease, or of the rest after it. */
    free_at: number;
    /** No delivery of the channel can be claimed before; null where none waits. Never later than the truth. */
    due_at: number | null;
  };
  outbox: {
    key: string;
    team_id: string;
    channel_id: string;
    subscription_id: string | null;
    message: string;
    state: DeliveryState;
    created_at: number;
    not_before: number;
    attempts: number;
    first_tried_at: number | null;
    reason: string | null;
    in_doubt: number;
    claim: string | null;
    claimed_by: string | null;
    lease_until: number | null;
    posted_message_ts: string | null;
    posted_at: number | null;
  };
  noted_timelines: {
    timeline: string;
    noted_at: number;
  };
  noted_events: {
    timeline: string;
    event_id: string;
    fields: string;
  };
  record_changes: {
    id: string;
    timeline: string;
    event_id: string;
    kind: 'added' | 'changed' | 'removed';
    fields: string;
    noted_at: number;
  };
  restores: {
    restored_at: number;
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
  subscriptions: ['id'],
  subscription_runs: ['subscription_id', 'run_at'],
  outbox_channels: ['team_id', 'channel_id'],
  outbox: ['key'],
  noted_timelines: ['timeline'],
  noted_events: ['timeline', 'event_id'],
  record_changes: ['id'],
  restores: ['restored_at'],
};

/** How many rows, by table. */
export type RowCounts = Record<string, number>;

export const TABLE_NAMES = Object.keys(PRIMARY_KEYS) as TableName[];
