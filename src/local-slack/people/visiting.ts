import { homeOpenedEvent, memberJoinedEvent, memberLeftEvent } from '../payloads/app-events.ts';
import { CannotDo } from './cannot-do.ts';
import type { PeopleTools } from './people-tools.ts';

/** What people do without writing: open the app's page, invite its bot, remove it. */

export async function openTab(
  { state, workspace, events }: PeopleTools,
  user: string,
  tab: 'home' | 'messages',
): Promise<void> {
  const channel = workspace.directWith(user);
  const there = tab === 'home' ? state.app.homeTab : state.app.messagesTab;
  if (!channel || !there) throw new CannotDo(`The app has no ${tab} tab`);
  const view = state.views(workspace).home(user)?.view;
  await events.send(workspace, 'app_home_opened', homeOpenedEvent(user, channel, tab, workspace.nextTs(), view));
}

/** Somebody brings a person, or the bot, into a channel that they are in. */
export async function invite(
  { state, workspace, events }: PeopleTools,
  user: string,
  channelId: string,
  guest: string,
): Promise<void> {
  const channel = workspace.channelFor(channelId, user);
  if (channel.kind === 'im') throw new CannotDo('Nobody can be invited to a direct message');
  if (guest === workspace.bot.userId && !state.installation(workspace)) throw new CannotDo('The app is not installed');
  if (channel.members.has(guest)) throw new CannotDo(`${guest} is in ${channelId} already`);
  channel.members.add(guest);
  const text = `<@${guest}> has joined the channel`;
  const notice = workspace.add({ channel: channelId, user: guest, text, subtype: 'channel_join' });
  workspace.changed('channel', { channel: channelId });
  await events.written(workspace, notice);
  if (!channel.members.has(workspace.bot.userId)) return;
  const event = memberJoinedEvent({ state, workspace }, guest, channel, notice.ts, user);
  await events.send(workspace, 'member_joined_channel', event);
}

/** Somebody removes a person, or the bot, from a channel. */
export async function kick(
  { state, workspace, events }: PeopleTools,
  user: string,
  channelId: string,
  member: string,
): Promise<void> {
  const channel = workspace.channelFor(channelId, user);
  const heard = channel.members.has(workspace.bot.userId);
  if (!channel.members.delete(member)) throw new CannotDo(`${member} is not in ${channelId}`);
  workspace.changed('channel', { channel: channelId });
  // A bot that was removed hears that it left, as `member_left_channel` of itself.
  if (!heard) return;
  const event = memberLeftEvent({ state, workspace }, member, channel, workspace.nextTs());
  await events.send(workspace, 'member_left_channel', event);
}
