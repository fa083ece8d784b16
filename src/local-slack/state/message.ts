import type { Json } from '../json.ts';

export interface Message {
  channel: string;
  ts: string;
  text: string;
  user?: string;
  bot_id?: string;
  thread_ts?: string;
  /** Whether a reply stands in the channel too. */
  reply_broadcast?: boolean;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
  files?: Json[];
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[]; count: number }[];
  /** What Slack wrote itself, such as `channel_join`. */
  subtype?: string;
  /** The only person who sees it. */
  ephemeralTo?: string;
}
