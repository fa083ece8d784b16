import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appFromManifest } from '../../src/local-slack/app-settings.ts';
import { LocalSlack } from '../../src/local-slack/local-slack.ts';
import type { WorkspaceSettings } from '../../src/local-slack/workspace-settings.ts';
import { BOT, NEWSROOM } from '../support/local-newsroom.ts';
import { callRaw, clientFor } from '../support/local-slack-client.ts';
import { readManifest } from '../support/manifest.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { sendForm } from '../support/oauth-round-trip.ts';

const { botToken: _token, ...FIRST } = NEWSROOM;
const SECOND: WorkspaceSettings = {
  id: 'T0RADIO',
  name: 'Radio',
  domain: 'radio',
  people: [{ id: 'U0CAROL', name: 'carol' }],
  channels: [{ id: 'C0AIR', name: 'on-air', withBot: true }],
  bot: { userId: 'U0RADIOBOT', botId: 'B0RADIOBOT' },
};
const REDIRECT = 'http://127.0.0.1:9/callback';

let clock: ManualClock;
let slack: LocalSlack;
beforeEach(async () => {
  clock = new ManualClock();
  const app = {
    ...appFromManifest(readManifest()),
    events: ['message.im', 'tokens_revoked'],
    redirectUrls: [REDIRECT],
  };
  const enterprise = { id: 'E0MEDIA', name: 'Media' };
  slack = await LocalSlack.start({ app, workspaces: [FIRST, SECOND], enterprise, clock });
});
afterEach(() => slack.close());

const ask = (more: Record<string, string> = {}) => {
  const query = {
    client_id: slack.app.clientId,
    scope: 'chat:write,users:read',
    redirect_uri: REDIRECT,
    state: 'a&b',
    ...more,
  };
  return `${slack.authorizeUrl}?${new URLSearchParams(query)}`;
};

async function code(team: string, more: Record<string, string> = {}): Promise<string> {
  const url = ask(more);
  const back = await sendForm(await (await fetch(url)).text(), url, { team, decision: 'allow' });
  return new URL(back).searchParams.get('code') ?? '';
}

const redeem = (given: string, more: object = {}) =>
  callRaw(
    slack,
    'oauth.v2.access',
    {
      client_id: slack.app.clientId,
      client_secret: slack.app.clientSecret,
      redirect_uri: REDIRECT,
      code: given,
      ...more,
    },
    '',
  );

describe('the page', () => {
  test('shows what is asked for, and sends the browser back with the state', async () => {
    const url = ask({ team: 'T0RADIO' });
    const page = await (await fetch(url)).text();
    expect(page).toContain('<code>users:read</code>');
    const back = new URL(await sendForm(page, url, { decision: 'allow' }));
    expect(back.origin + back.pathname).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('a&b');
    expect(await redeem(back.searchParams.get('code')!)).toMatchObject({
      team: { id: 'T0RADIO', name: 'Radio' },
      authed_user: { id: 'U0CAROL' },
    });
  });

  test('can be declined', async () => {
    const url = ask();
    const back = new URL(await sendForm(await (await fetch(url)).text(), url, { decision: 'cancel' }));
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('code')).toBeNull();
  });

  test.each<[Record<string, string>, string]>([
    [{ client_id: 'other' }, 'Invalid client_id'],
    [{ redirect_uri: 'https://evil.example/' }, 'redirect_uri did not match'],
    [{ scope: '' }, 'no_scopes'],
  ])('refuses %j', async (more, reason) => {
    const response = await fetch(ask(more));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(reason);
  });
});

describe('a code', () => {
  test('is good once, for ten minutes, for who knows the secret', async () => {
    const first = await code('T0NEWSDESK');
    expect(await redeem(first, { client_secret: 'wrong' })).toMatchObject({ error: 'bad_client_secret' });
    expect(await redeem(first)).toMatchObject({ ok: true });
    expect(await redeem(first)).toMatchObject({ error: 'invalid_code' });
    const second = await code('T0NEWSDESK');
    clock.advance(10 * 60_000 + 1);
    expect(await redeem(second)).toMatchObject({ error: 'invalid_code' });
    expect(await redeem(await code('T0NEWSDESK'), { redirect_uri: `${REDIRECT}/other` })).toMatchObject({
      error: 'bad_redirect_uri',
    });
  });

  test('can be redeemed with HTTP Basic', async () => {
    const basic = Buffer.from(`${slack.app.clientId}:${slack.app.clientSecret}`).toString('base64');
    const body = new URLSearchParams({ code: await code('T0NEWSDESK'), redirect_uri: REDIRECT });
    const headers = { authorization: `Basic ${basic}` };
    const answer = await fetch(`${slack.apiUrl}oauth.v2.access`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ ok: true, token_type: 'bot', scope: 'chat:write,users:read' });
  });
});

describe('installations', () => {
  test('each workspace has a token of its own, which opens no other', async () => {
    const news = String((await redeem(await code('T0NEWSDESK'))).access_token);
    const radio = String((await redeem(await code('T0RADIO'))).access_token);
    expect(news).not.toBe(radio);
    expect(await clientFor(slack, radio).auth.test()).toMatchObject({
      team_id: 'T0RADIO',
      user_id: 'U0RADIOBOT',
      enterprise_id: 'E0MEDIA',
    });
    await clientFor(slack, radio).chat.postMessage({ channel: 'C0AIR', text: 'a' });
    await expect(clientFor(slack, radio).chat.postMessage({ channel: 'C0NEWS', text: 'a' })).rejects.toThrow(
      'channel_not_found',
    );
  });

  test('installing again keeps the token and adds the scopes', async () => {
    const first = await redeem(await code('T0NEWSDESK'));
    const second = await redeem(await code('T0NEWSDESK', { scope: 'team:read' }));
    expect(second.access_token).toBe(first.access_token);
    expect(second.scope).toBe('chat:write,users:read,team:read');
  });

  test('a whole organisation has one token for all its workspaces', async () => {
    const answer = await redeem(await code('E0MEDIA'));
    expect(answer).toMatchObject({
      is_enterprise_install: true,
      team: null,
      enterprise: { id: 'E0MEDIA', name: 'Media' },
    });
    const client = clientFor(slack, String(answer.access_token));
    expect(await client.auth.test()).toMatchObject({ is_enterprise_install: true, team_id: 'E0MEDIA' });
    await client.chat.postMessage({ channel: 'C0NEWS', text: 'a' });
    await client.chat.postMessage({ channel: 'C0AIR', text: 'b' });
    slack.deliverOverHttp('http://127.0.0.1:1/');
    void slack.peopleOf('T0RADIO').say('U0CAROL', 'D0CAROL', 'when?');
    const [sent] = await slack.journal.until('delivered');
    expect(sent?.payload).toMatchObject({
      team_id: 'T0RADIO',
      enterprise_id: 'E0MEDIA',
      authorizations: [{ enterprise_id: 'E0MEDIA', team_id: null, is_enterprise_install: true }],
    });
  });

  test('nothing is delivered where the app is not installed', async () => {
    slack.deliverOverHttp('http://127.0.0.1:1/');
    await redeem(await code('T0NEWSDESK'));
    await slack.peopleOf('T0RADIO').say('U0CAROL', 'D0CAROL', 'when?');
    expect(slack.journal.all('delivered')).toEqual([]);
    expect([slack.isInstalled('T0NEWSDESK'), slack.isInstalled('T0RADIO')]).toEqual([true, false]);
  });

  test('a revoked token opens nothing; the app is installed anew with another', async () => {
    const token = String((await redeem(await code('T0NEWSDESK'))).access_token);
    const client = clientFor(slack, token);
    slack.deliverOverHttp('http://127.0.0.1:1/');
    expect(await client.auth.revoke({ test: true })).toMatchObject({ revoked: false });
    expect(await client.auth.revoke()).toMatchObject({ revoked: true });
    const [told] = slack.journal.all('delivered');
    expect(told?.payload.event).toMatchObject({ type: 'tokens_revoked', tokens: { bot: [BOT.userId] } });
    await expect(client.auth.test()).rejects.toThrow('token_revoked');
    expect((await redeem(await code('T0NEWSDESK'))).access_token).not.toBe(token);
  });

  test('the app can uninstall itself', async () => {
    const token = String((await redeem(await code('T0NEWSDESK'))).access_token);
    const { clientId: client_id, clientSecret: client_secret } = slack.app;
    await clientFor(slack, token).apps.uninstall({ client_id, client_secret });
    await expect(clientFor(slack, token).auth.test()).rejects.toThrow('account_inactive');
    expect(slack.isInstalled('T0NEWSDESK')).toBe(false);
  });
});
