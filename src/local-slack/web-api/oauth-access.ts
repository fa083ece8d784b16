import type { webApi } from '@slack/bolt';
import { Refusal } from '../refusal.ts';
import type { Method } from './method.ts';

type Arguments = webApi.OAuthV2AccessArguments & { code_verifier?: string; assertion?: string };

/** Trades the code of an installation for its token: docs.slack.dev/reference/methods/oauth.v2.access. */
export const oauthAccess: Method<Arguments, webApi.OauthV2AccessResponse> = {
  token: 'none',
  args: {
    client_id: 'optional',
    client_secret: 'optional',
    code: 'optional',
    redirect_uri: 'optional',
    grant_type: 'optional',
    refresh_token: 'optional',
    code_verifier: 'optional',
    assertion: 'optional',
  },
  run: (args, { state }) => {
    const { app, enterprise } = state;
    if (args.client_id !== app.clientId) throw new Refusal('invalid_client_id');
    if (args.client_secret !== app.clientSecret) throw new Refusal('bad_client_secret');
    if (args.grant_type !== undefined && args.grant_type !== 'authorization_code')
      throw new Refusal('invalid_grant_type');
    const { team, scopes, user } = state.codes.redeem(args.code, args.redirect_uri);
    const installation = state.installations.add({
      team,
      enterprise: enterprise?.id,
      scopes: [...scopes],
      installer: user,
    });
    const workspace = state.workspace(team ?? [...state.workspaces.keys()][0]!);
    workspace.changed('installation');
    return {
      access_token: installation.token,
      token_type: 'bot',
      scope: installation.scopes.join(','),
      bot_user_id: workspace.bot.userId,
      app_id: app.appId,
      // For a whole organisation Slack sends null, which the SDK's type does not have.
      team: (team === undefined ? null : { id: workspace.id, name: workspace.name }) as { id: string; name: string },
      enterprise: (enterprise ? { id: enterprise.id, name: enterprise.name } : null) as { id: string; name: string },
      is_enterprise_install: team === undefined,
      authed_user: { id: user },
    };
  },
};
