import type { webApi } from '@slack/bolt';
import { memberJoinedEvent } from '../payloads/app-events.ts';
import { Refusal } from '../refusal.ts';
import { type Channel, type ChannelKind, scopeFor } from '../state/channel.ts';
import type { Workspace } from '../state/workspace.ts';
import { flag, page } from './arguments.ts';
import type { Method, MethodContext } from './method.ts';
import { requireScope } from './scopes.ts';

/** docs.slack.dev/reference/methods: conversations.*, but those that read messages. */

/** A conversation that the app may know of. @throws Refusal */
function readable(id: unknown, { workspace, bot, installation }: MethodContext): Channel {
  const channel = workspace.visible(String(id), bot);
  requireScope(installation, scopeFor(channel.kind, 'read'));
  return channel;
}

type ShownChannel = NonNullable<webApi.ConversationsInfoResponse['channel']>;

function shown(channel: Channel, { id: team, bot, people }: Workspace): ShownChannel & { user?: string } {
  const { id, name, kind, members, archived, created } = channel;
  if (kind === 'im') {
    const user = [...members].find((member) => people.has(member)) ?? '';
    return { id, created, is_im: true, is_archived: archived, is_org_shared: false, context_team_id: team, user };
  }
  return {
    id,
    name,
    name_normalized: name,
    created,
    creator: [...members].find((member) => people.has(member)) ?? '',
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    is_archived: archived,
    is_member: members.has(bot.userId),
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    context_team_id: team,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

export const info: Method<webApi.ConversationsInfoArguments, webApi.ConversationsInfoResponse> = {
  args: { channel: 'required', include_locale: 'optional', include_num_members: 'optional' },
  run: (args, context) => {
    const channel = readable(args.channel, context);
    const count = flag(args.include_num_members) ? { num_members: channel.members.size } : {};
    return { channel: { ...shown(channel, context.workspace), ...count } };
  },
};

export const members: Method<webApi.ConversationsMembersArguments, webApi.ConversationsMembersResponse> = {
  args: { channel: 'required', cursor: 'optional', limit: 'optional' },
  run: (args, context) => {
    const channel = readable(args.channel, context);
    const { items, nextCursor } = page([...channel.members], args);
    return { members: items, response_metadata: { next_cursor: nextCursor } };
  },
};

const KINDS: Readonly<Record<string, ChannelKind>> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
  mpim: 'mpim',
};

export const list: Method<webApi.ConversationsListArguments, webApi.ConversationsListResponse> = {
  args: { cursor: 'optional', exclude_archived: 'optional', limit: 'optional', team_id: 'optional', types: 'optional' },
  run: (args, { workspace, bot, installation }) => {
    const types = String(args.types ?? 'public_channel').split(/\s*,\s*/);
    const kinds = types.map((type) => {
      const kind = KINDS[type];
      if (!kind) throw new Refusal('invalid_types');
      requireScope(installation, scopeFor(kind, 'read'));
      return kind;
    });
    const all = [...workspace.channels.values()].filter(
      ({ kind, archived, members: inside }) =>
        kinds.includes(kind) && (kind === 'channel' || inside.has(bot)) && !(archived && flag(args.exclude_archived)),
    );
    const { items, nextCursor } = page(all, args);
    return {
      channels: items.map((channel) => ({ ...shown(channel, workspace), num_members: channel.members.size })),
      response_metadata: { next_cursor: nextCursor },
    };
  },
};

export const join: Method<webApi.ConversationsJoinArguments, webApi.ConversationsJoinResponse> = {
  scope: 'channels:join',
  args: { channel: 'required' },
  run: (args, { state, workspace, bot, events }) => {
    const channel = workspace.visible(String(args.channel), bot);
    if (channel.kind !== 'channel') throw new Refusal('method_not_supported_for_channel_type');
    if (channel.archived) throw new Refusal('is_archived');
    const already = channel.members.has(bot);
    channel.members.add(bot);
    workspace.changed('channel', { channel: channel.id });
    const joined = memberJoinedEvent({ state, workspace }, bot, channel, workspace.nextTs());
    if (!already) void events.send(workspace, 'member_joined_channel', joined);
    const warnings = already ? { response_metadata: { warnings: ['already_in_channel'] } } : {};
    return { channel: shown(channel, workspace), ...warnings };
  },
};

export const open: Method<webApi.ConversationsOpenArguments, webApi.ConversationsOpenResponse> = {
  args: { channel: 'optional', prevent_creation: 'optional', return_im: 'optional', users: 'optional' },
  run: (args, { workspace, bot, installation }) => {
    if (!args.channel && !args.users) throw new Refusal('users_list_not_supplied');
    const users = String(args.users ?? '').split(/\s*,\s*/);
    if (users.length > 8) throw new Refusal('too_many_users');
    if (users.length > 1) throw new Refusal('method_not_supported_for_channel_type');
    requireScope(installation, scopeFor('im', 'write'));
    const channel = args.channel ? workspace.visible(String(args.channel), bot) : workspace.directWith(users[0]!);
    if (!channel) throw new Refusal('user_not_found');
    if (!flag(args.return_im)) return { no_op: true, already_open: true, channel: { id: channel.id } };
    return { no_op: true, already_open: true, channel: shown(channel, workspace) };
  },
};
