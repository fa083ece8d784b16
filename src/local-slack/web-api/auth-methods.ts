import type { webApi } from '@slack/bolt';
import { tokensRevokedEvent } from '../payloads/app-events.ts';
import { Refusal } from '../refusal.ts';
import { flag } from './arguments.ts';
import type { Method } from './method.ts';

/** docs.slack.dev/reference/methods: auth.*, apps.*. */

export const authTest: Method<webApi.AuthTestArguments, webApi.AuthTestResponse> = {
  args: {},
  run: (_args, { state, workspace, installation, bot }) => {
    const { enterprise, app } = state;
    const whole = installation.team === undefined && enterprise;
    const place = whole || workspace;
    return {
      url: `https://${whole ? 'organisation.enterprise' : workspace.domain}.slack.com/`,
      team: place.name,
      team_id: place.id,
      user: app.name.toLowerCase(),
      user_id: bot,
      bot_id: workspace.bot.botId,
      ...(enterprise ? { enterprise_id: enterprise.id } : {}),
      is_enterprise_install: Boolean(whole),
    };
  },
};

/** The SDK's type of the response leaves `revoked` out, which the reference has. */
type Revoked = webApi.AuthRevokeResponse & { revoked?: boolean };

export const authRevoke: Method<webApi.AuthRevokeArguments, Revoked> = {
  args: { test: 'optional' },
  run: (args, { state, workspace, installation, events, bot }) => {
    if (flag(args.test)) return { revoked: false };
    // Sent while the token still tells whose the event is.
    void events.send(workspace, 'tokens_revoked', tokensRevokedEvent(bot));
    state.installations.end(installation, 'token_revoked');
    return { revoked: true };
  },
};

export const uninstall: Method<webApi.AppsUninstallArguments, webApi.AppsUninstallResponse> = {
  args: { client_id: 'required', client_secret: 'required' },
  run: (args, { state, installation, uninstall: end }) => {
    if (args.client_id !== state.app.clientId) throw new Refusal('invalid_client_id');
    if (args.client_secret !== state.app.clientSecret) throw new Refusal('bad_client_secret');
    end(installation);
    return {};
  },
};

export const connectionsOpen: Method<webApi.AppsConnectionsOpenArguments, webApi.AppsConnectionsOpenResponse> = {
  token: 'app',
  args: {},
  run: (_args, { socketUrl }) => ({ url: socketUrl() }),
};
