import type { ListenerDeps } from '../deps.ts';

/** What holds for one question: the channel's settings, and the timeline that its asker chose for themselves. */
export interface SettingsInForce {
  answerWithoutMention: boolean;
  ephemeral: boolean;
  /** The timeline that is asked; absent for all. */
  timeline: string | undefined;
}

/** The settings that hold for a person's question in a channel. A timeline that is not loaded any more is passed over. */
export async function settingsOf(
  { team, channel, user }: { team: string; channel: string; user: string },
  { store, dateline }: Pick<ListenerDeps, 'store' | 'dateline'>,
): Promise<SettingsInForce> {
  const [ofChannel, ofUser] = await Promise.all([
    store.channelSettings.get({ team, channel }),
    store.userSettings.get({ team, user }),
  ]);
  const chosen = [ofUser.timeline, ofChannel.timeline].find(
    (name) => name !== null && dateline.timelines.includes(name),
  );
  const { answerWithoutMention, ephemeral } = ofChannel;
  return { answerWithoutMention, ephemeral, timeline: chosen ?? undefined };
}
