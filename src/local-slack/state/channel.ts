/** `channel` is public, `group` private, `im` between a person and the bot, `mpim` among several. */
export type ChannelKind = 'channel' | 'group' | 'im' | 'mpim';

export interface Channel {
  id: string;
  name: string;
  kind: ChannelKind;
  members: Set<string>;
  archived: boolean;
  /** Seconds since 1970. */
  created: number;
}

/** The event that tells of messages in a kind of conversation. */
export const MESSAGE_EVENT: Readonly<Record<ChannelKind, string>> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

/** The scope that an app needs to do something with a kind of conversation. */
export function scopeFor(kind: ChannelKind, what: 'read' | 'history' | 'write'): string {
  return `${kind === 'im' || kind === 'mpim' ? kind : `${kind}s`}:${what}`;
}
