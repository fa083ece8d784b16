import type { SlackState } from '../state/slack-state.ts';

/** What an app asks for, as it stands in the address of the page. */
export interface AuthorizeRequest {
  scopes: readonly string[];
  redirectUri: string;
  state: string;
  /** The workspace that is chosen at first. */
  team: string;
  /** The address's own query, which the form sends back. */
  query: string;
}

/** The page on which somebody allows an app: where, as whom, and with what. */
export function authorizePage({ app, workspaces, enterprise }: SlackState, request: AuthorizeRequest): string {
  const places = [...workspaces.values()].map(
    ({ id, name, people }) =>
      `<fieldset><legend><label><input type="radio" name="team" value="${asHtml(id)}"${id === request.team ? ' checked' : ''}> ${asHtml(name)}</label></legend>
<label>as <select name="user_${asHtml(id)}">${[...people.values()]
        .map((person) => `<option value="${asHtml(person.id)}">${asHtml(person.realName ?? person.name)}</option>`)
        .join('')}</select></label></fieldset>`,
  );
  const organisation = enterprise
    ? `<fieldset><legend><label><input type="radio" name="team" value="${asHtml(enterprise.id)}"> All of ${asHtml(enterprise.name)}</label></legend></fieldset>`
    : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Allow ${asHtml(app.name)}?</title></head><body>
<main><h1>${asHtml(app.name)} is requesting permission to access a workspace</h1>
<ul>${request.scopes.map((scope) => `<li><code>${asHtml(scope)}</code></li>`).join('')}</ul>
<form method="post" action="/oauth/v2/authorize?${asHtml(request.query)}">
${places.join('\n')}${organisation}
<button name="decision" value="cancel">Cancel</button>
<button name="decision" value="allow">Allow</button>
</form></main></body></html>`;
}

/** The page that Slack shows in place of a request that it does not take. */
export function refusedPage(reason: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Error</title></head><body>
<main><h1>Something went wrong when authorizing this app.</h1><p>${asHtml(reason)}</p></main></body></html>`;
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
