import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OwedMessage } from '../../../src/delivery/owed-message.ts';
import { appFromManifest } from '../../../src/local-slack/app-settings.ts';
import { LocalSlack } from '../../../src/local-slack/local-slack.ts';
import { renderNotice } from '../../../src/render/slack-message.ts';
import { SlackPoster } from '../../../src/slack/posting/slack-poster.ts';
import { CREDENTIALS, NEWSROOM, startNewsroom } from '../../support/local-newsroom.ts';
import { SILENT } from '../../support/local-slack-client.ts';
import { readManifest } from '../../support/manifest.ts';

let slack: LocalSlack;
beforeEach(async () => {
  slack = await startNewsroom();
});
afterEach(() => slack.close());

const LONG_AGO = new Date(0);
const message: OwedMessage = { kind: 'notice', dueAt: 0, ...renderNotice('Seven years since.') };
const to = (channel: string, key = 'one') => ({ team: NEWSROOM.id, channel, key, message });
const poster = (apiUrl = slack.apiUrl, tokens: readonly string[] = [CREDENTIALS.botToken]) =>
  new SlackPoster({ tokens: async () => tokens, apiUrl, logger: SILENT });
const posts = () => slack.journal.all('posted').map((entry) => entry.message);

test('a message is posted with its key, without previews of its links, and found again by the key alone', async () => {
  const posting = await poster().post(to('C0NEWS'));
  const [posted] = posts();
  expect(posting).toEqual({ outcome: 'posted', messageTs: posted?.ts });
  expect(posted?.text).toBe('Seven years since.');
  expect(slack.journal.all('call').at(-1)?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  expect(await poster().find(to('C0NEWS'), LONG_AGO)).toEqual({ outcome: 'found', messageTs: posted?.ts });
  expect(await poster().find(to('C0NEWS', 'another'), LONG_AGO)).toEqual({ outcome: 'absent' });
});

test('it is found behind hundreds of later messages, and not among those before the moment', async () => {
  await poster().post(to('C0NEWS'));
  for (let n = 0; n < 450; n += 1) {
    slack.workspace.add({ channel: 'C0NEWS', user: 'U0ALICE', text: `message ${n}` });
  }
  expect(await poster().find(to('C0NEWS'), LONG_AGO)).toMatchObject({ outcome: 'found' });
  expect(slack.journal.all('call', ({ method }) => method === 'conversations.history').length).toBeGreaterThan(1);
  expect(await poster().find(to('C0NEWS'), new Date(Date.now() + 60_000))).toEqual({ outcome: 'absent' });
});

describe('what did not go well', () => {
  test('a limit: how long to wait, without a second try', async () => {
    slack.faults.rateLimit('chat.postMessage', 30, { times: 1 });
    expect(await poster().post(to('C0NEWS'))).toEqual({ outcome: 'rate-limited', waitMs: 30_000 });
    expect(posts()).toEqual([]);
    slack.faults.rateLimit('conversations.history', 7);
    expect(await poster().find(to('C0NEWS'), LONG_AGO)).toEqual({ outcome: 'rate-limited', waitMs: 7_000 });
  });

  test('a channel that is archived, that the bot is not in, or that is none', async () => {
    const archived = { id: 'C0OLD', name: 'old', withBot: true };
    await slack.close();
    slack = await startNewsroom({}, undefined, { ...NEWSROOM, channels: [...NEWSROOM.channels, archived] });
    slack.workspace.channels.get('C0OLD')!.archived = true;
    for (const channel of ['C0OLD', 'C0QUIET', 'C0NOWHERE']) {
      expect(await poster().post(to(channel))).toMatchObject({ outcome: 'channel-closed' });
    }
  });

  test.each([500, 503])('status %s: it may have been posted or not', async (status) => {
    slack.faults.status('chat.postMessage', status, { afterEffect: true });
    expect(await poster().post(to('C0NEWS'))).toMatchObject({ outcome: 'unknown' });
    expect(posts()).toHaveLength(1);
  });

  test('a connection that breaks: it may have been posted or not', async () => {
    slack.faults.drop('chat.postMessage', { afterEffect: true });
    expect(await poster().post(to('C0NEWS'))).toMatchObject({ outcome: 'unknown', code: 'unreachable' });
    expect(posts()).toHaveLength(1);
  });

  test('a connection that could not be made: nothing was posted', async () => {
    const { apiUrl } = slack;
    await slack.close();
    expect(await poster(apiUrl).post(to('C0NEWS'))).toMatchObject({ outcome: 'failed', code: 'unreachable' });
    slack = await startNewsroom();
  });

  test('a trouble of Slack’s own: it may have been posted or not', async () => {
    slack.faults.refuse('chat.postMessage', 'internal_error');
    expect(await poster().post(to('C0NEWS'))).toMatchObject({ outcome: 'unknown', code: 'internal_error' });
  });

  test('a token that is refused: nothing was posted, and it goes well once that is mended', async () => {
    expect(await poster(slack.apiUrl, ['xoxb-wrong']).post(to('C0NEWS'))).toMatchObject({
      outcome: 'failed',
      code: 'invalid_auth',
    });
  });

  test('a message that Slack does not take: it would not go well another time', async () => {
    slack.faults.refuse('chat.postMessage', 'invalid_blocks');
    expect(await poster().post(to('C0NEWS'))).toMatchObject({ outcome: 'refused', code: 'invalid_blocks' });
    expect(await poster().post({ ...to('C0NEWS'), message: { of: 'another version' } })).toMatchObject({
      outcome: 'refused',
      code: 'unreadable_delivery',
    });
  });

  test('a history that may not be read', async () => {
    await slack.close();
    slack = await startNewsroom({ scopes: ['chat:write'] });
    expect(await poster().find(to('C0NEWS'), LONG_AGO)).toMatchObject({ outcome: 'unreadable', code: 'missing_scope' });
  });

  test('a workspace that removed the app', async () => {
    expect(await poster(slack.apiUrl, []).post(to('C0NEWS'))).toMatchObject({
      outcome: 'channel-closed',
      code: 'not_installed',
    });
  });
});

test('of several tokens that may be for a workspace, the one that knows the channel posts', async () => {
  const other = { ...NEWSROOM, id: 'T0OTHER', domain: 'other', botToken: 'xoxb-2-other', channels: [] };
  const app = appFromManifest(readManifest());
  const both = await LocalSlack.start({ app, workspaces: [NEWSROOM, other] });
  try {
    const tokens = ['xoxb-2-other', CREDENTIALS.botToken];
    const posting = await poster(both.apiUrl, tokens).post(to('C0NEWS'));
    expect(posting).toMatchObject({ outcome: 'posted' });
    expect(both.workspaceOf(NEWSROOM.id).messages.map(({ channel }) => channel)).toContain('C0NEWS');
    expect(await poster(both.apiUrl, tokens).find(to('C0NEWS'), LONG_AGO)).toMatchObject({ outcome: 'found' });
  } finally {
    await both.close();
  }
});
