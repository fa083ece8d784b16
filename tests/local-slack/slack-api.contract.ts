import type { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientFor } from '../support/local-slack-client.ts';
import { openPage, sendForm, startInstaller } from '../support/oauth-round-trip.ts';
import { plain } from '../support/sample-blocks.ts';

/** A server that says it is Slack, with an app that has a token in it. */
export interface SlackServer {
  apiUrl: string;
  authorizeUrl: string;
  token: string;
  clientId: string;
  clientSecret: string;
  /** A channel that the token's owner and the person are in. */
  channel: string;
  person: string;
  /** A fresh trigger of the person's. */
  trigger(): Promise<string>;
  close(): Promise<void>;
}

/**
 * What any server must do that stands in for Slack's Web API, by Slack's reference. Where a server differs from the
 * reference, its own test file says so.
 * @param start starts a fresh server whose app may send browsers back to an address
 */
export function slackApiContract(start: (redirectUri: string) => Promise<SlackServer>): void {
  let slack: SlackServer;
  let client: webApi.WebClient;
  beforeEach(async () => {
    slack = await start('http://127.0.0.1/callback');
    client = clientFor(slack, slack.token);
  });
  afterEach(() => slack.close());

  const post = (text: string, more: object = {}) => client.chat.postMessage({ channel: slack.channel, text, ...more });
  const history = async (more: object = {}) =>
    (await client.conversations.history({ channel: slack.channel, ...more })).messages ?? [];
  const blocks = [{ type: 'section' as const, text: plain('in a block') }];
  const metadata = { event_type: 'answer', event_payload: { id: 'a' } };

  test('a token is needed, and known', async () => {
    expect(await client.auth.test()).toMatchObject({ ok: true, team_id: expect.stringMatching(/^T/) });
    await expect(clientFor(slack, '').auth.test()).rejects.toThrow('not_authed');
  });

  describe('messages', () => {
    test('are given back with their blocks, and with their metadata to who asks for it', async () => {
      const { ts, channel } = await post('hello', { blocks, metadata });
      expect(channel).toBe(slack.channel);
      const [message] = await history({ include_all_metadata: true });
      expect(message).toMatchObject({ type: 'message', ts, text: 'hello', blocks, metadata });
    });

    test('stand in a thread', async () => {
      const root = await post('root');
      await post('reply', { thread_ts: root.ts });
      const { messages } = await client.conversations.replies({ channel: slack.channel, ts: root.ts! });
      expect(messages?.map(({ text }) => text)).toEqual(['root', 'reply']);
      expect(messages?.[1]?.thread_ts).toBe(root.ts);
      expect((await history()).map(({ text }) => text)).not.toContain('reply');
    });

    test('come newest first, as many as are asked for', async () => {
      for (const text of ['1', '2', '3']) await post(text);
      expect((await history({ limit: 2 })).map(({ text }) => text)).toEqual(['3', '2']);
    });

    test('are changed and taken away', async () => {
      const { ts } = await post('first');
      await client.chat.update({ channel: slack.channel, ts: ts!, text: 'second' });
      expect((await history())[0]).toMatchObject({ ts, text: 'second' });
      await client.chat.delete({ channel: slack.channel, ts: ts! });
      expect((await history()).some((message) => message.ts === ts)).toBe(false);
      await expect(client.chat.update({ channel: slack.channel, ts: ts!, text: 'third' })).rejects.toThrow(
        'message_not_found',
      );
    });

    test('for one person are in no history', async () => {
      const before = (await history()).length;
      const { message_ts } = await client.chat.postEphemeral({
        channel: slack.channel,
        user: slack.person,
        text: 'psst',
      });
      expect(message_ts).toMatch(/^\d+\.\d+$/);
      expect(await history()).toHaveLength(before);
    });

    test.each([
      ['channel_not_found', { channel: 'C0NOWHERE', text: 'a' }],
      ['no_text', { text: '' }],
    ])('are refused: %s', async (code, args) => {
      await expect(post('', args)).rejects.toThrow(code);
    });

    test('take one reaction of a kind from one user', async () => {
      const { ts } = await post('look');
      const react = () => client.reactions.add({ channel: slack.channel, timestamp: ts!, name: 'eyes' });
      await react();
      await expect(react()).rejects.toThrow('already_reacted');
    });
  });

  describe('views', () => {
    const home = { type: 'home' as const, blocks };
    const modal = { type: 'modal' as const, title: plain('A form'), blocks, private_metadata: 'kept' };

    test('a Home tab is published, and only as it was seen', async () => {
      const { view } = await client.views.publish({ user_id: slack.person, view: home });
      expect(view).toMatchObject({ type: 'home', id: expect.stringMatching(/^V/) });
      await client.views.publish({ user_id: slack.person, view: home, hash: view!.hash! });
      const late = client.views.publish({ user_id: slack.person, view: home, hash: view!.hash! });
      await expect(late).rejects.toThrow('hash_conflict');
    });

    test('a modal is opened by a trigger, once', async () => {
      const trigger_id = await slack.trigger();
      const { view } = await client.views.open({ trigger_id, view: modal });
      expect(view).toMatchObject({ type: 'modal', private_metadata: 'kept', title: { text: 'A form' } });
      await expect(client.views.open({ trigger_id, view: modal })).rejects.toThrow('exchanged_trigger_id');
      const changed = { ...modal, title: plain('Changed') };
      const updated = await client.views.update({ view_id: view!.id!, hash: view!.hash!, view: changed });
      expect(updated.view?.title?.text).toBe('Changed');
    });
  });

  test('a file is announced, sent, and shared', async () => {
    const content = 'BEGIN:VCALENDAR';
    const filename = 'dates.ics';
    const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename, length: content.length });
    expect((await fetch(upload_url!, { method: 'POST', body: content })).status).toBe(200);
    const { files } = await client.files.completeUploadExternal({
      files: [{ id: file_id!, title: 'Dates' }],
      channel_id: slack.channel,
      initial_comment: 'here',
    });
    expect(files).toMatchObject([{ id: file_id }]);
    const [message] = await history();
    expect(message).toMatchObject({ text: 'here', files: [{ id: file_id, name: filename }] });
  });

  test("Bolt's installer gets a token of its own, for a code that is good once", async () => {
    let installed: SlackServer | undefined;
    const installer = await startInstaller(async (redirectUri) => {
      installed = await start(redirectUri);
      return installed;
    });
    const { page, url, cookie } = await openPage(installer.installUrl);
    const back = await sendForm(page, url, { decision: 'allow' });
    expect(new URL(back).searchParams.get('state')).toBe(new URL(url).searchParams.get('state'));
    expect((await fetch(back, { headers: { cookie } })).status).toBe(200);
    const [installation] = installer.installations;
    expect(installation?.team?.id).toMatch(/^T/);
    expect(installation?.bot?.scopes).toEqual(expect.arrayContaining(['chat:write', 'commands']));
    const answer = await clientFor(installed!, installation?.bot?.token).auth.test();
    expect(answer.user_id).toBe(installation?.bot?.userId);
    const { clientId: client_id, clientSecret: client_secret } = installed!;
    const again = clientFor(installed!, '').oauth.v2.access({
      client_id,
      client_secret,
      code: new URL(back).searchParams.get('code')!,
      redirect_uri: installer.redirectUri,
    });
    await expect(again).rejects.toThrow('invalid_code');
    await installer.close();
    await installed!.close();
  });
}
