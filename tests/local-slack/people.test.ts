import type { App, BlockAction } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { CannotDo } from '../../src/local-slack/people/cannot-do.ts';
import { type BoltApp, startBolt } from '../support/bolt-app.ts';
import { BOT, startNewsroom } from '../support/local-newsroom.ts';
import { clientFor } from '../support/local-slack-client.ts';
import { anOption, button, plain, select } from '../support/sample-blocks.ts';

const EVENTS = [
  'app_mention',
  'message.im',
  'message.channels',
  'app_home_opened',
  'member_joined_channel',
  'app_uninstalled',
  'tokens_revoked',
];

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  async function start(register: (app: App) => void = () => {}): Promise<{ slack: LocalSlack; bolt: BoltApp }> {
    const slack = await startNewsroom({
      events: EVENTS,
      scopes: ['chat:write', 'channels:history'],
      commands: ['/ask'],
      shortcuts: [
        { type: 'message', callbackId: 'on_message' },
        { type: 'global', callbackId: 'anywhere' },
      ],
      homeTab: true,
    });
    cleanups.push(() => slack.close());
    const bolt = await startBolt(slack, mode, register);
    cleanups.push(() => bolt.stop());
    return { slack, bolt };
  }

  const events = ({ bodies }: BoltApp) => bodies.map(({ event }) => event as Record<string, unknown>);

  test('a mention in a channel is told twice, with the text as a block', async () => {
    const { slack, bolt } = await start();
    await slack.people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> when?`);
    expect(events(bolt).map(({ type, channel_type }) => [type, channel_type])).toEqual([
      ['app_mention', undefined],
      ['message', 'channel'],
    ]);
    const elements = [
      { type: 'user', user_id: BOT.userId },
      { type: 'text', text: ' when?' },
    ];
    expect(events(bolt)[0]).toMatchObject({
      user: 'U0ALICE',
      channel: 'C0NEWS',
      blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
    });
  });

  test('what is said where the bot is not stays there', async () => {
    const { slack, bolt } = await start();
    await slack.people.say('U0ALICE', 'C0QUIET', `<@${BOT.userId}> when?`);
    expect(bolt.bodies).toEqual([]);
    await expect(slack.people.say('U0NOBODY', 'C0QUIET', 'a')).rejects.toThrow('not_in_channel');
  });

  test('a message is edited, then deleted', async () => {
    const { slack, bolt } = await start();
    const message = await slack.people.say('U0ALICE', 'D0ALICE', 'when?');
    await slack.people.edit('U0ALICE', message, 'where?');
    await slack.people.remove('U0ALICE', message);
    expect(events(bolt)).toMatchObject([
      { type: 'message', text: 'when?', channel_type: 'im' },
      {
        subtype: 'message_changed',
        message: { text: 'where?', edited: { user: 'U0ALICE' } },
        previous_message: { text: 'when?' },
      },
      { subtype: 'message_deleted', deleted_ts: message.ts },
    ]);
    expect(slack.workspace.visibleTo('U0ALICE', 'D0ALICE')).toEqual([]);
  });

  test('nobody can change what another wrote', async () => {
    const { slack } = await start();
    const message = await slack.people.say('U0ALICE', 'C0NEWS', 'mine');
    await expect(slack.people.edit('U0BOB', message, 'yours')).rejects.toThrow(CannotDo);
    await expect(slack.people.remove('U0BOB', message)).rejects.toThrow(CannotDo);
  });

  test('a command can be answered in its acknowledgement, for the asker alone', async () => {
    const { slack, bolt } = await start((app) => {
      app.command('/ask', async ({ ack, command }) => ack(`You asked ${command.text}`));
    });
    await slack.people.command('U0ALICE', 'C0QUIET', '/ask', 'when?');
    expect(bolt.bodies[0]).toMatchObject({ command: '/ask', channel_name: 'without-the-bot', user_name: 'alice' });
    expect(slack.workspace.visibleTo('U0ALICE', 'C0QUIET')).toMatchObject([
      { text: 'You asked when?', ephemeralTo: 'U0ALICE' },
    ]);
    expect(slack.workspace.visibleTo('U0BOB', 'C0QUIET')).toEqual([]);
    await expect(slack.people.command('U0ALICE', 'C0NEWS', '/other', '')).rejects.toThrow('not a valid command');
  });

  test('a button tells the message, what else is chosen in it, and where to answer', async () => {
    const { slack, bolt } = await start((app) => {
      app.action('go', async ({ ack, respond }) => {
        await ack();
        await respond({ replace_original: true, text: 'gone' });
      });
      app.action('s', async ({ ack }) => ack());
    });
    const blocks = [
      { type: 'actions' as const, block_id: 'b', elements: [{ ...button('go'), value: 'v' }, select([anOption('x')])] },
    ];
    const { ts } = await clientFor(slack).chat.postMessage({ channel: 'C0NEWS', text: 'choose', blocks });
    const message = slack.workspace.find('C0NEWS', ts!)!;
    await slack.people.choose('U0ALICE', message, 's', 'x');
    await slack.people.press('U0ALICE', message, 'go');
    await slack.journal.until('responded');
    const acted = bolt.bodies.filter(({ type }) => type === 'block_actions');
    const [chosen, pressed] = acted as unknown as [BlockAction, BlockAction];
    expect(chosen.actions).toMatchObject([
      { type: 'static_select', action_id: 's', block_id: 'b', selected_option: anOption('x') },
    ]);
    expect(pressed).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0ALICE', username: 'alice', team_id: 'T0NEWSDESK' },
      container: { type: 'message', message_ts: ts, channel_id: 'C0NEWS', is_ephemeral: false },
      channel: { id: 'C0NEWS', name: 'newsroom' },
      message: { type: 'message', ts, text: 'choose', bot_id: BOT.botId },
      state: { values: { b: { s: { type: 'static_select', selected_option: anOption('x') } } } },
      actions: [{ type: 'button', action_id: 'go', value: 'v', text: plain('b') }],
    });
    expect(slack.workspace.find('C0NEWS', ts!)).toMatchObject({ text: 'gone' });
  });

  test('a button in what only one person sees', async () => {
    const { slack, bolt } = await start((app) => {
      app.action('go', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
    });
    const blocks = [{ type: 'actions' as const, elements: [button('go')] }];
    await clientFor(slack).chat.postEphemeral({ channel: 'C0NEWS', user: 'U0ALICE', text: 'psst', blocks });
    const [message] = slack.workspace.visibleTo('U0ALICE', 'C0NEWS');
    await expect(slack.people.press('U0BOB', message!, 'go')).rejects.toThrow('does not see');
    await slack.people.press('U0ALICE', message!, 'go');
    await slack.journal.until('responded');
    expect(bolt.bodies[0]).toMatchObject({ container: { is_ephemeral: true } });
    expect(bolt.bodies[0]).not.toHaveProperty('message');
    expect(slack.workspace.visibleTo('U0ALICE', 'C0NEWS')).toEqual([]);
  });

  test('feedback and an overflow menu', async () => {
    const { slack, bolt } = await start((app) => {
      app.action(/./, async ({ ack }) => ack());
    });
    const half = (value: string) => ({ text: plain(value), value });
    const feedback = {
      type: 'feedback_buttons' as const,
      action_id: 'f',
      positive_button: half('right'),
      negative_button: half('wrong'),
    };
    const blocks = [
      { type: 'context_actions' as const, elements: [feedback] },
      { type: 'actions' as const, elements: [{ type: 'overflow' as const, action_id: 'o', options: [anOption('x')] }] },
    ];
    const { ts } = await clientFor(slack).chat.postMessage({ channel: 'C0NEWS', text: 'a', blocks });
    const message = slack.workspace.find('C0NEWS', ts!)!;
    await slack.people.press('U0ALICE', message, 'f', 'negative');
    await slack.people.choose('U0ALICE', message, 'o', 'x');
    const actions = bolt.bodies.flatMap((body) => (body as unknown as BlockAction).actions ?? []);
    expect(actions).toMatchObject([
      { type: 'feedback_buttons', value: 'wrong', text: plain('wrong') },
      { type: 'overflow', selected_option: anOption('x') },
    ]);
    await expect(slack.people.choose('U0ALICE', message, 'o', 'y')).rejects.toThrow('offers no y');
  });

  test('shortcuts, on a message and anywhere', async () => {
    const { slack, bolt } = await start((app) => {
      app.shortcut(/./, async ({ ack }) => ack());
    });
    const message = await slack.people.say('U0ALICE', 'C0QUIET', 'look at this');
    await slack.people.messageShortcut('U0BOB', message, 'on_message');
    await slack.people.globalShortcut('U0BOB', 'anywhere');
    expect(bolt.bodies).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'on_message',
        message_ts: message.ts,
        message: { text: 'look at this' },
        user: { id: 'U0BOB' },
      },
      { type: 'shortcut', callback_id: 'anywhere', user: { id: 'U0BOB', username: 'bob' } },
    ]);
    await expect(slack.people.globalShortcut('U0BOB', 'on_message')).rejects.toThrow(CannotDo);
  });

  test('the tabs of the app', async () => {
    const { slack, bolt } = await start((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        if (event.tab === 'home')
          await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
      });
    });
    await slack.people.openHome('U0ALICE');
    await slack.journal.until('call', ({ method }) => method === 'views.publish');
    await slack.people.openHome('U0ALICE');
    await slack.people.openMessages('U0ALICE');
    expect(events(bolt)).toMatchObject([
      { type: 'app_home_opened', tab: 'home', channel: 'D0ALICE' },
      { tab: 'home', view: { type: 'home' } },
      { tab: 'messages' },
    ]);
    expect(slack.people.screen('U0ALICE').home?.blocks).toMatchObject([{ type: 'divider' }]);
  });

  test('the bot is invited, and removed again', async () => {
    const { slack, bolt } = await start();
    await slack.people.invite('U0ALICE', 'C0QUIET');
    expect(events(bolt)).toMatchObject([
      { type: 'message', subtype: 'channel_join', user: BOT.userId },
      { type: 'member_joined_channel', user: BOT.userId, channel: 'C0QUIET', inviter: 'U0ALICE', channel_type: 'C' },
    ]);
    await slack.people.kick('U0ALICE', 'C0QUIET');
    const late = clientFor(slack).chat.postMessage({ channel: 'C0QUIET', text: 'a' });
    await expect(late).rejects.toThrow('not_in_channel');
  });

  test('the app is uninstalled: it is told, and its token ends', async () => {
    const { slack, bolt } = await start();
    await slack.people.uninstall();
    expect(events(bolt)).toMatchObject([
      { type: 'app_uninstalled' },
      { type: 'tokens_revoked', tokens: { bot: [BOT.userId] } },
    ]);
    await expect(clientFor(slack).auth.test()).rejects.toThrow('account_inactive');
    await slack.people.say('U0ALICE', 'D0ALICE', 'anybody?');
    expect(bolt.bodies).toHaveLength(2);
  });
});

test('a response address takes five answers, for thirty minutes, whether the bot is there or not', async () => {
  const { ManualClock } = await import('../support/manual-clock.ts');
  const clock = new ManualClock();
  const slack = await startNewsroom({ commands: ['/ask'] }, clock);
  cleanups.push(() => slack.close());
  const addresses: string[] = [];
  const bolt = await startBolt(slack, 'http', (app) => {
    app.command('/ask', async ({ ack, command }) => {
      addresses.push(command.response_url);
      await ack();
    });
  });
  cleanups.push(() => bolt.stop());
  const respond = async (url: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return status;
  };
  await slack.people.command('U0ALICE', 'C0QUIET', '/ask', 'when?');
  await slack.people.command('U0ALICE', 'C0QUIET', '/ask', 'when?');
  const [first, second] = addresses as [string, string];
  const statuses = [];
  for (let use = 0; use < 6; use += 1) statuses.push(await respond(first, { text: 'a' }));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  expect(await respond(second, { text: 'a', blocks: [{ type: 'nonsense' }] })).toBe(400);
  expect(await respond(second, { text: 'a', colour: 'red' })).toBe(400);
  expect(await respond(second, { replace_original: true, text: 'a' })).toBe(400);
  clock.advance(30 * 60_000 + 1);
  expect(await respond(second, { text: 'a' })).toBe(404);
});

test('whoever shows the workspace is told of every change', async () => {
  const slack = await startNewsroom({ events: [], homeTab: true });
  cleanups.push(() => slack.close());
  const changes: unknown[] = [];
  const stop = slack.onChange(({ team: _team, ...change }) => changes.push(change));
  await slack.people.say('U0ALICE', 'C0NEWS', 'a');
  await clientFor(slack).views.publish({ user_id: 'U0ALICE', view: { type: 'home', blocks: [] } });
  await slack.people.invite('U0ALICE', 'C0QUIET');
  stop();
  await slack.people.say('U0ALICE', 'C0NEWS', 'b');
  expect(changes).toEqual([
    { what: 'message', channel: 'C0NEWS' },
    { what: 'home', user: 'U0ALICE' },
    { what: 'message', channel: 'C0QUIET' },
    { what: 'channel', channel: 'C0QUIET' },
  ]);
});
