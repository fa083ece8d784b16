/** A channel of a workspace, by Slack's ids. */
export interface ChannelKey {
  team: string;
  channel: string;
}

/** A channel as one text, by which it can be looked up. */
export function nameOfChannel({ team, channel }: ChannelKey): string {
  return JSON.stringify([team, channel]);
}

/** How Dateline behaves in one channel. */
export interface ChannelSettings {
  /** Whether it answers a question in the channel that does not mention it. */
  answerWithoutMention: boolean;
  /** Whether only the asker sees the answer; otherwise it stands in the thread. */
  ephemeral: boolean;
  /** The timeline that is asked where nobody names one; null for all that are loaded. */
  timeline: string | null;
  /** Who changed them last; null while they are those that every channel begins with. */
  changed: { by: string; at: Date } | null;
}

/** What a change of a channel's settings names; what it leaves out stays as it is. */
export type ChannelSettingsChange = Partial<Omit<ChannelSettings, 'changed'>>;

export interface ChannelSettingsRepository {
  /** The settings of a channel: those that it begins with, where nobody changed them. */
  get(channel: ChannelKey): Promise<ChannelSettings>;
  /**
   * Changes what `change` names and nothing else, so that two people who change different settings at once lose nothing.
   * @returns the settings as they are now
   */
  change(channel: ChannelKey, change: ChannelSettingsChange, made: { by: string; now: Date }): Promise<ChannelSettings>;
}
