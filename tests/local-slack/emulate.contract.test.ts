import { createEmulator } from 'emulate';
import { describe, expect, test } from 'vitest';
import { clientFor } from '../support/local-slack-client.ts';
import { type SlackServer, slackApiContract } from './slack-api.contract.ts';

/** The server of another maker, against which the contract itself is held. */
async function start(redirectUri: string): Promise<SlackServer> {
  const token = 'xoxb-test-token';
  const app = {
    client_id: '1.2',
    client_secret: 'a-secret',
    app_id: 'A0LOCAL',
    name: 'Dateline',
    bot_name: 'dateline',
  };
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name: 'News Desk', domain: 'newsdesk' },
        users: [{ name: 'alice' }],
        channels: [{ name: 'newsroom' }],
        tokens: [{ token, user: 'alice' }],
        oauth_apps: [{ ...app, scopes: ['chat:write', 'commands'], redirect_uris: [redirectUri] }],
      },
    },
  });
  const apiUrl = `${emulator.url}/api/`;
  const client = clientFor({ apiUrl }, token);
  const { user_id: person = '' } = await client.auth.test();
  const { channels } = await client.conversations.list();
  return {
    apiUrl,
    authorizeUrl: `${emulator.url}/oauth/v2/authorize`,
    token,
    clientId: app.client_id,
    clientSecret: app.client_secret,
    channel: channels?.find(({ name }) => name === 'newsroom')?.id ?? '',
    person,
    trigger: async () => {
      const answer = await client.apiCall('views.generateTriggerId', { user_id: person });
      return String((answer as { trigger_id?: string }).trigger_id);
    },
    close: () => emulator.close(),
  };
}

describe('emulate', () => {
  slackApiContract(start);
});

/** Where emulate differs from Slack's reference, which the local Slack follows. It is told so that nobody leans on it. */
describe('emulate differs from the reference', () => {
  test('it knows any token', async () => {
    const slack = await start('http://127.0.0.1/callback');
    expect(await clientFor(slack, 'xoxb-unknown').auth.test()).toMatchObject({ ok: true });
    await slack.close();
  });

  test('it gives metadata to who does not ask for it, and takes an unknown block and an unknown thread', async () => {
    const slack = await start('http://127.0.0.1/callback');
    const client = clientFor(slack, slack.token);
    const blocks = [{ type: 'nonsense' }];
    await client.chat.postMessage({
      channel: slack.channel,
      text: 'a',
      blocks,
      metadata: { event_type: 'a', event_payload: {} },
      thread_ts: '1.1',
    });
    await client.chat.postMessage({
      channel: slack.channel,
      text: 'b',
      metadata: { event_type: 'a', event_payload: {} },
    });
    const { messages } = await client.conversations.history({ channel: slack.channel });
    expect(messages?.[0]?.metadata).toBeDefined();
    await slack.close();
  });
});
