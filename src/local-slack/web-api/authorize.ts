import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Installation } from '../state/installations.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Workspace } from '../state/workspace.ts';
import type { AnyMethod } from './method.ts';
import { requireScope } from './scopes.ts';

/** What stands in for an installation where a call needs none. */
const NOBODY: Installation = { token: '', scopes: [], team: undefined, enterprise: undefined, installer: '' };

/** Whose call it is, by the token in its header or among its arguments. @throws Refusal with Slack's code */
export function authorize(method: AnyMethod, header: string | undefined, args: Json, state: SlackState): Installation {
  if (method.token === 'none') return NOBODY;
  const token = header?.replace(/^Bearer /, '') ?? (typeof args.token === 'string' ? args.token : undefined);
  if (token === undefined || token === '') throw new Refusal('not_authed');
  if (method.token === 'app') {
    if (token === state.app.appToken) return NOBODY;
    throw new Refusal(token.startsWith('xapp-') ? 'invalid_auth' : 'not_allowed_token_type');
  }
  if (token === state.app.appToken) throw new Refusal('not_allowed_token_type');
  const installation = state.installations.withToken(token);
  if (method.scope !== undefined) requireScope(installation, method.scope);
  return installation;
}

/** The client's id and secret, which may come as HTTP Basic instead of as arguments. */
export function withBasicCredentials(header: string | undefined, args: Json): Json {
  const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1];
  if (encoded === undefined) return args;
  const [id, secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { client_id: id, client_secret: secret, ...args };
}

/** The workspace of a call. A token of an organisation is good in all of them, so there its arguments tell. */
export function workspaceOf({ team }: Installation, args: Json, state: SlackState): Workspace {
  const all = [...state.workspaces.values()];
  const [first] = all;
  if (team !== undefined) return state.workspace(team);
  const named = String(args.team_id ?? state.triggers.teamOf(args.trigger_id ?? args.interactivity_pointer) ?? '');
  const channel = String(args.channel ?? args.channel_id ?? '');
  const person = String(args.user_id ?? args.user ?? args.users ?? '');
  const found =
    state.workspaces.get(named) ??
    all.find(({ channels }) => channels.has(channel)) ??
    all.find(({ people }) => people.has(channel) || people.has(person)) ??
    all.find((workspace) => state.views(workspace).find(args.view_id, args.external_id));
  if (found) return found;
  if (named !== '') throw new Refusal('team_not_found');
  return first!;
}
