import type { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { BOT, NEWSROOM, startNewsroom } from '../support/local-newsroom.ts';
import { callRaw, clientFor } from '../support/local-slack-client.ts';
import { button, plain } from '../support/sample-blocks.ts';

const SCOPES = [
  'chat:write',
  'channels:history',
  'im:history',
  'channels:read',
  'im:read',
  'im:write',
  'channels:join',
];
const MORE = ['users:read', 'team:read', 'reactions:write', 'assistant:write'];

let slack: LocalSlack;
let client: webApi.WebClient;
beforeEach(async () => {
  // Nobody listens for events here.
  slack = await startNewsroom({ scopes: [...SCOPES, ...MORE], events: [], agent: true });
  client = clientFor(slack);
});
afterEach(() => slack.close());

const post = (text: string, more: object = {}) => client.chat.postMessage({ channel: 'C0NEWS', text, ...more });
const texts = (messages: { text?: string }[] | undefined) => messages?.map(({ text }) => text);
const metadata = { event_type: 'answer', event_payload: { id: 'a', ranks: [{ n: 1 }] } };

test('a message is given back with the ids that Slack makes up', async () => {
  const { message, ts } = await post('hello', {
    blocks: [{ type: 'actions', elements: [{ type: 'button', text: plain('b') }] }],
  });
  expect(message).toMatchObject({
    type: 'message',
    text: 'hello',
    ts,
    user: BOT.userId,
    bot_id: BOT.botId,
    team: NEWSROOM.id,
  });
  const [block] = message?.blocks ?? [];
  expect(block?.block_id).toMatch(/./);
  expect(block?.elements?.[0]?.action_id).toMatch(/./);
});

describe('metadata', () => {
  const read = async (include_all_metadata: boolean) =>
    (await client.conversations.history({ channel: 'C0NEWS', include_all_metadata })).messages?.[0]?.metadata;

  test('is given back only to who asks for it', async () => {
    await post('a', { metadata });
    expect(await read(false)).toBeUndefined();
    expect(await read(true)).toEqual(metadata);
  });

  test('outlives an update that has none, and goes with an empty one', async () => {
    const { ts } = await post('a', { metadata });
    await client.chat.update({ channel: 'C0NEWS', ts: ts!, text: 'b' });
    expect(await read(true)).toEqual(metadata);
    await callRaw(slack, 'chat.update', { channel: 'C0NEWS', ts, text: 'c', metadata: {} });
    expect(await read(true)).toBeUndefined();
  });
});

describe('an update', () => {
  const blocks = [{ type: 'section' as const, text: plain('in a block') }];

  test('with text alone takes the blocks away and calls the message edited', async () => {
    const { ts } = await post('a', { blocks });
    await client.chat.update({ channel: 'C0NEWS', ts: ts!, text: 'b' });
    const [message] = (await client.conversations.history({ channel: 'C0NEWS' })).messages ?? [];
    expect(message).toMatchObject({ text: 'b', edited: { user: BOT.userId } });
    expect(message?.blocks).toBeUndefined();
  });

  test('with blocks does not', async () => {
    const { ts } = await post('a');
    const { message } = await client.chat.update({ channel: 'C0NEWS', ts: ts!, text: 'b', blocks });
    expect(message).not.toHaveProperty('edited');
    expect(message).toMatchObject({ blocks: [{ type: 'section' }] });
  });

  test('of more than 4,000 characters is refused', async () => {
    const { ts } = await post('a');
    await expect(client.chat.update({ channel: 'C0NEWS', ts: ts!, text: 'b'.repeat(4001) })).rejects.toThrow(
      'msg_too_long',
    );
  });

  test('of what somebody else wrote is refused, and so is its removal', async () => {
    const { ts } = await slack.people.say('U0ALICE', 'C0NEWS', 'mine');
    await expect(client.chat.update({ channel: 'C0NEWS', ts, text: 'b' })).rejects.toThrow('cant_update_message');
    await expect(client.chat.delete({ channel: 'C0NEWS', ts })).rejects.toThrow('cant_delete_message');
  });
});

test('what only one person sees is in no history, and cannot be updated', async () => {
  const { message_ts: ts } = await client.chat.postEphemeral({ channel: 'C0NEWS', user: 'U0ALICE', text: 'only you' });
  expect((await client.conversations.history({ channel: 'C0NEWS' })).messages).toEqual([]);
  await expect(client.chat.update({ channel: 'C0NEWS', ts: ts!, text: 'b' })).rejects.toThrow('message_not_found');
  expect(texts(slack.workspace.visibleTo('U0ALICE', 'C0NEWS'))).toEqual(['only you']);
  expect(slack.workspace.visibleTo('U0BOB', 'C0NEWS')).toEqual([]);
});

describe('a thread', () => {
  test('stands apart from the channel, and its root tells of it', async () => {
    const root = await post('root');
    const reply = await post('reply', { thread_ts: root.ts });
    await post('reply to the reply', { thread_ts: reply.ts });
    await post('for all', { thread_ts: root.ts, reply_broadcast: true });
    const history = await client.conversations.history({ channel: 'C0NEWS' });
    expect(texts(history.messages)).toEqual(['for all', 'root']);
    expect(history.messages?.[1]).toMatchObject({ thread_ts: root.ts, reply_count: 3, reply_users_count: 1 });
    const thread = await client.conversations.replies({ channel: 'C0NEWS', ts: reply.ts! });
    expect(texts(thread.messages)).toEqual(['root', 'reply', 'reply to the reply', 'for all']);
  });

  test('has a permalink that leads into it', async () => {
    const root = await post('root');
    const reply = await post('reply', { thread_ts: root.ts });
    const { permalink } = await client.chat.getPermalink({ channel: 'C0NEWS', message_ts: reply.ts! });
    expect(permalink).toBe(
      `https://newsdesk.slack.com/archives/C0NEWS/p${reply.ts!.replace('.', '')}?thread_ts=${root.ts}&cid=C0NEWS`,
    );
  });
});

describe('history', () => {
  test('comes in pages, newest first', async () => {
    for (const text of ['1', '2', '3', '4', '5']) await post(text);
    const pages: unknown[] = [];
    for await (const page of client.paginate('conversations.history', { channel: 'C0NEWS', limit: 2 })) {
      pages.push(texts((page as webApi.ConversationsHistoryResponse).messages));
    }
    expect(pages).toEqual([['5', '4'], ['3', '2'], ['1']]);
  });

  test('can be bounded on both sides', async () => {
    const sent = [await post('1'), await post('2'), await post('3')];
    const [oldest, , latest] = sent.map(({ ts }) => ts!) as [string, string, string];
    const ask = async (inclusive: boolean) =>
      texts((await client.conversations.history({ channel: 'C0NEWS', oldest, latest, inclusive })).messages);
    expect(await ask(false)).toEqual(['2']);
    expect(await ask(true)).toEqual(['3', '2', '1']);
  });

  test('of a channel that the bot is not in is refused', async () => {
    await expect(client.conversations.history({ channel: 'C0QUIET' })).rejects.toThrow('not_in_channel');
  });
});

describe('conversations', () => {
  test('a message to a person goes to the direct message with them', async () => {
    expect((await client.chat.postMessage({ channel: 'U0ALICE', text: 'hi' })).channel).toBe('D0ALICE');
    expect((await client.conversations.open({ users: 'U0ALICE' })).channel?.id).toBe('D0ALICE');
    await expect(client.conversations.open({ users: 'U0NOBODY' })).rejects.toThrow('user_not_found');
  });

  test('are listed by their kind, for which the token needs a scope', async () => {
    const { channels } = await client.conversations.list({ types: 'public_channel,im' });
    expect(channels?.map(({ id, is_member }) => [id, is_member])).toEqual([
      ['C0NEWS', true],
      ['C0QUIET', false],
      ['D0ALICE', undefined],
      ['D0BOB', undefined],
    ]);
    await expect(client.conversations.list({ types: 'private_channel' })).rejects.toThrow('missing_scope');
    await expect(client.conversations.list({ types: 'secret' })).rejects.toThrow('invalid_types');
  });

  test('a public channel can be joined, then written to', async () => {
    await expect(client.chat.postMessage({ channel: 'C0QUIET', text: 'a' })).rejects.toThrow('not_in_channel');
    await client.conversations.join({ channel: 'C0QUIET' });
    await client.chat.postMessage({ channel: '#without-the-bot', text: 'a' });
    const { members } = await client.conversations.members({ channel: 'C0QUIET' });
    expect(members).toEqual(['U0ALICE', 'U0BOB', BOT.userId]);
    const { channel } = await client.conversations.info({ channel: 'C0QUIET', include_num_members: true });
    expect(channel).toMatchObject({ is_member: true, num_members: 3, is_private: false });
  });

  test('with chat:write.public the bot may write without joining', async () => {
    const open = await startNewsroom({ scopes: ['chat:write', 'chat:write.public'] });
    await clientFor(open).chat.postMessage({ channel: 'C0QUIET', text: 'a' });
    expect(texts(open.workspace.visibleTo('U0BOB', 'C0QUIET'))).toEqual(['a']);
    await open.close();
  });
});

test('who is who', async () => {
  expect(await client.auth.test()).toMatchObject({ team_id: NEWSROOM.id, user_id: BOT.userId, bot_id: BOT.botId });
  expect((await client.users.info({ user: 'U0ALICE' })).user).toMatchObject({
    real_name: 'Alice Adams',
    is_bot: false,
    tz: 'America/New_York',
  });
  expect((await client.users.info({ user: BOT.userId })).user).toMatchObject({ is_bot: true });
  expect((await client.team.info()).team).toMatchObject({ id: NEWSROOM.id, domain: 'newsdesk' });
  expect((await client.bots.info({ bot: BOT.botId })).bot).toMatchObject({ user_id: BOT.userId, name: 'Dateline' });
});

test('a reaction is given once', async () => {
  const { ts } = await slack.people.say('U0ALICE', 'C0NEWS', 'look');
  await client.reactions.add({ channel: 'C0NEWS', timestamp: ts, name: 'eyes' });
  await expect(client.reactions.add({ channel: 'C0NEWS', timestamp: ts, name: 'eyes' })).rejects.toThrow(
    'already_reacted',
  );
  expect(slack.workspace.find('C0NEWS', ts)?.reactions).toEqual([{ name: 'eyes', users: [BOT.userId], count: 1 }]);
});

describe('the agent', () => {
  const status = () => slack.people.screen('U0ALICE').channels.find(({ id }) => id === 'D0ALICE')?.statuses;

  test('says what it is at, until it has answered', async () => {
    const { ts } = await slack.people.say('U0ALICE', 'D0ALICE', 'when?');
    await client.assistant.threads.setStatus({ channel_id: 'D0ALICE', thread_ts: ts, status: 'is looking it up' });
    expect(status()).toEqual({ [ts]: 'is looking it up' });
    await client.chat.postMessage({ channel: 'D0ALICE', thread_ts: ts, text: 'in 2020' });
    expect(status()).toEqual({});
  });

  test('suggests up to four prompts', async () => {
    const prompts = (count: number) => Array.from({ length: count }, (_, n) => ({ title: `t${n}`, message: `m${n}` }));
    const suggest = (count: number) =>
      client.assistant.threads.setSuggestedPrompts({ channel_id: 'D0ALICE', prompts: prompts(count) });
    await expect(suggest(5)).rejects.toThrow('invalid_arguments');
    await suggest(4);
    const direct = slack.people.screen('U0ALICE').channels.find(({ id }) => id === 'D0ALICE');
    expect(direct?.prompts?.prompts).toHaveLength(4);
  });

  test('an app that is no agent cannot suggest', async () => {
    const plainApp = await startNewsroom({ scopes: ['assistant:write'], agent: false });
    const asked = clientFor(plainApp).assistant.threads.setSuggestedPrompts({ channel_id: 'D0ALICE', prompts: [] });
    await expect(asked).rejects.toThrow('not_agent_app');
    await plainApp.close();
  });
});

describe('blocks.validate', () => {
  test('takes what is right', async () => {
    expect(await client.blocks.validate({ blocks: [{ type: 'actions', elements: [button('a')] }] })).toMatchObject({
      ok: true,
    });
  });

  test('tells where and what is wrong', async () => {
    const answer = await callRaw(slack, 'blocks.validate', {
      blocks: [{ type: 'section', text: { type: 'invalid', text: 'a' } }],
    });
    expect(answer).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [
        {
          code: 'failed_constraint',
          message: 'unsupported type: invalid',
          pointer: '/0/text/type',
          constraint: { type: 'enum', expected: ['mrkdwn', 'plain_text'] },
        },
      ],
    });
  });

  test('wants one thing at a time', async () => {
    expect(await callRaw(slack, 'blocks.validate', {})).toMatchObject({ error: 'invalid_arguments' });
    expect(await callRaw(slack, 'blocks.validate', { view: { type: 'modal' } })).toMatchObject({
      error: 'invalid_view',
    });
    expect(await callRaw(slack, 'blocks.validate', { message: {} })).toMatchObject({ error: 'invalid_message' });
  });
});

test('refused blocks are explained as Slack explains them', async () => {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'a'.repeat(3001) } }];
  expect(await callRaw(slack, 'chat.postMessage', { channel: 'C0NEWS', text: 'a', blocks })).toEqual({
    ok: false,
    error: 'invalid_blocks',
    errors: [
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    response_metadata: {
      messages: [
        '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]',
        '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      ],
    },
  });
});
