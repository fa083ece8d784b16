import type { webApi } from '@slack/bolt';
import { Refusal } from '../refusal.ts';
import { publicMessage } from './message-arguments.ts';
import type { Method } from './method.ts';

/** docs.slack.dev/reference/methods: users.info, team.info, bots.info, reactions.add. */

export const usersInfo: Method<webApi.UsersInfoArguments, webApi.UsersInfoResponse> = {
  scope: 'users:read',
  args: { user: 'required', include_locale: 'optional' },
  run: (args, { state, workspace, bot }) => {
    const id = String(args.user);
    const person = workspace.people.get(id);
    if (!person && id !== bot) throw new Refusal('user_not_found');
    const name = person?.name ?? state.app.name.toLowerCase();
    const realName = person?.realName ?? person?.name ?? state.app.name;
    const timeZone = person?.timeZone ?? 'Etc/UTC';
    return {
      user: {
        id,
        team_id: workspace.id,
        name,
        real_name: realName,
        deleted: false,
        is_bot: !person,
        is_admin: person?.admin === true,
        is_owner: false,
        tz: timeZone,
        tz_offset: offsetSeconds(timeZone, state.clock.now()),
        profile: { real_name: realName, display_name: name, ...(person ? {} : { api_app_id: state.app.appId }) },
      },
    };
  },
};

/** How far a time zone is ahead of UTC at a time (milliseconds since 1970), in seconds. */
function offsetSeconds(timeZone: string, now: number): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e9;
}

export const teamInfo: Method<webApi.TeamInfoArguments, webApi.TeamInfoResponse> = {
  scope: 'team:read',
  args: { domain: 'optional', team: 'optional' },
  run: (args, { state, workspace }) => {
    if (args.team !== undefined && args.team !== workspace.id) throw new Refusal('team_not_found');
    const { id, name, domain } = workspace;
    const { enterprise } = state;
    const organisation = enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {};
    return { team: { id, name, domain, url: `https://${domain}.slack.com/`, email_domain: '', ...organisation } };
  },
};

export const botsInfo: Method<webApi.BotsInfoArguments, webApi.BotsInfoResponse> = {
  scope: 'users:read',
  args: { bot: 'optional', team_id: 'optional' },
  run: (args, { state, workspace }) => {
    const { botId, userId } = workspace.bot;
    if (args.bot !== undefined && args.bot !== botId) throw new Refusal('bot_not_found');
    return {
      bot: { id: botId, deleted: false, name: state.app.name, updated: 0, app_id: state.app.appId, user_id: userId },
    };
  },
};

export const reactionsAdd: Method<webApi.ReactionsAddArguments, webApi.ReactionsAddResponse> = {
  scope: 'reactions:write',
  args: { channel: 'required', timestamp: 'required', name: 'required' },
  run: (args, { workspace, bot }) => {
    const channel = workspace.channelFor(String(args.channel), bot);
    const message = publicMessage(workspace, channel.id, args.timestamp);
    const name = String(args.name);
    if (!/^[\w+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new Refusal('invalid_name');
    const others = (message.reactions ?? []).filter((reaction) => reaction.name !== name);
    const users = message.reactions?.find((reaction) => reaction.name === name)?.users ?? [];
    if (users.includes(bot)) throw new Refusal('already_reacted');
    workspace.change(message, { reactions: [...others, { name, users: [...users, bot], count: users.length + 1 }] });
    return {};
  },
};
