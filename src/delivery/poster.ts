import type { ChannelKey } from '../store/channel-settings.ts';

/** A message to be posted, with what finds it again in its channel. */
export interface Post extends ChannelKey {
  /** What tells the delivery from any other; it travels with the message. */
  key: string;
  /** The message as the poster takes it: a `SlackMessage` of `render/`. */
  message: unknown;
}

/** What became of an attempt to post. A code names the reason for a log; a remedy says what to do about it. */
export type Posting =
  | { outcome: 'posted'; messageTs: string }
  /** Slack wants no more for a while; nothing was posted. */
  | { outcome: 'rate-limited'; waitMs: number }
  /** Nothing was posted, and it may go well later. */
  | { outcome: 'failed'; code: string; remedy: string }
  /** It may have been posted or not. */
  | { outcome: 'unknown'; code: string; remedy: string }
  /** The channel takes nothing any more: it is archived or gone, or the bot was removed from it. */
  | { outcome: 'channel-closed'; code: string; remedy: string }
  /** It will not go well until somebody mends something. */
  | { outcome: 'refused'; code: string; remedy: string };

/** What was found of a message in its channel. */
export type Finding =
  | { outcome: 'found'; messageTs: string }
  | { outcome: 'absent' }
  | { outcome: 'rate-limited'; waitMs: number }
  | { outcome: 'failed'; code: string; remedy: string }
  /** The channel's history may not be read. */
  | { outcome: 'unreadable'; code: string; remedy: string };

/** What posts messages. It throws nothing. */
export interface Poster {
  /** Posts a message, once tried. */
  post(post: Post): Promise<Posting>;
  /** Looks for a message that may have been posted, among those of its channel since a moment. */
  find(post: Pick<Post, 'team' | 'channel' | 'key'>, since: Date): Promise<Finding>;
}
