import type { types } from '@slack/bolt';
import type { Channel } from '../state/channel.ts';
import type { View } from '../state/view.ts';
import type { Where } from './where.ts';

/** Events about the app itself: docs.slack.dev/reference/events. */

/** A person opened a tab of the app's page. */
export function homeOpenedEvent(
  user: string,
  channel: Channel,
  tab: 'home' | 'messages',
  eventTs: string,
  view?: View,
) {
  const event = {
    type: 'app_home_opened',
    user,
    channel: channel.id,
    tab,
    event_ts: eventTs,
  } satisfies types.AppHomeOpenedEvent;
  return tab === 'home' && view ? { ...event, view } : event;
}

export function memberJoinedEvent(
  { workspace }: Where,
  user: string,
  channel: Channel,
  eventTs: string,
  inviter?: string,
) {
  return {
    type: 'member_joined_channel',
    user,
    channel: channel.id,
    channel_type: channel.kind === 'group' ? 'G' : 'C',
    team: workspace.id,
    ...(inviter === undefined ? {} : { inviter }),
    event_ts: eventTs,
  } satisfies types.MemberJoinedChannelEvent;
}

export function memberLeftEvent({ workspace }: Where, user: string, channel: Channel, eventTs: string) {
  return {
    type: 'member_left_channel',
    user,
    channel: channel.id,
    channel_type: channel.kind === 'group' ? 'G' : 'C',
    team: workspace.id,
    event_ts: eventTs,
  } satisfies types.MemberLeftChannelEvent;
}

export const appUninstalledEvent = () => ({ type: 'app_uninstalled' }) satisfies types.AppUninstalledEvent;

/** Which tokens ended, by the user whose they were. */
export const tokensRevokedEvent = (botUser: string) =>
  ({ type: 'tokens_revoked', tokens: { oauth: [], bot: [botUser] } }) satisfies types.TokensRevokedEvent;
