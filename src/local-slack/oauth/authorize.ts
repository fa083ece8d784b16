import type { Json } from '../json.ts';
import type { SlackState } from '../state/slack-state.ts';
import { type AuthorizeRequest, authorizePage, refusedPage } from './authorize-page.ts';

/** An answer to a browser: a page, or the address to go on to. */
export type AuthorizeAnswer = { status: 200 | 400; page: string } | { status: 302; location: string };

/** `/oauth/v2/authorize`: the page, and what its buttons do (docs.slack.dev/authentication/installing-with-oauth). */
export function authorizeInBrowser(state: SlackState, url: URL, form: Json | undefined): AuthorizeAnswer {
  const request = read(state, url);
  if (typeof request === 'string') return { status: 400, page: refusedPage(request) };
  if (!form) return { status: 200, page: authorizePage(state, request) };
  if (form.decision !== 'allow') return { status: 302, location: back(request, { error: 'access_denied' }) };
  const team = String(form.team ?? request.team);
  const whole = team === state.enterprise?.id;
  const workspace = whole ? [...state.workspaces.values()][0] : state.workspaces.get(team);
  const user = form[`user_${team}`] ?? workspace?.people.keys().next().value;
  if (!workspace?.people.has(String(user)))
    return { status: 400, page: refusedPage('invalid_team_for_non_distributed_app') };
  const code = state.codes.create({
    team: whole ? undefined : workspace.id,
    scopes: request.scopes,
    user: String(user),
    redirectUri: url.searchParams.has('redirect_uri') ? request.redirectUri : undefined,
  });
  return { status: 302, location: back(request, { code }) };
}

/** What is asked for, or why it cannot be. */
function read({ app, workspaces }: SlackState, url: URL): AuthorizeRequest | string {
  const { searchParams } = url;
  if (searchParams.get('client_id') !== app.clientId) return 'Invalid client_id parameter';
  const scopes = (searchParams.get('scope') ?? '').split(/[\s,]+/).filter(Boolean);
  if (scopes.length === 0) return 'no_scopes';
  const redirectUri = searchParams.get('redirect_uri') ?? app.redirectUrls[0] ?? '';
  const known = app.redirectUrls.length === 0 || app.redirectUrls.some((allowed) => redirectUri.startsWith(allowed));
  if (!known || !URL.canParse(redirectUri)) return 'redirect_uri did not match any configured URIs';
  const named = searchParams.get('team') ?? '';
  const team = workspaces.has(named) ? named : (workspaces.keys().next().value ?? '');
  return { scopes, redirectUri, state: searchParams.get('state') ?? '', team, query: searchParams.toString() };
}

function back({ redirectUri, state }: AuthorizeRequest, result: Record<string, string>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...result, state })) url.searchParams.set(name, value);
  return url.href;
}
