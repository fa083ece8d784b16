import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT } from '../support/local-newsroom.ts';
import { MODES, NOW, type SlackBench, startBench } from '../support/slack-bench.ts';

const MENTION = `<@${BOT.userId}>`;

describe.each(MODES)('over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startBench(mode);
  });
  afterEach(() => bench.stop());

  const posts = () => bench.slack.journal.all('posted').map(({ message }) => message);

  test('a mention is answered in its thread, with the question as metadata', async () => {
    const asked = await bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} when did Iran strike Ain al Asad?`);
    const [{ message } = { message: undefined }] = await bench.slack.journal.until('posted');
    expect(message).toMatchObject({
      channel: 'C0NEWS',
      thread_ts: asked.ts,
      metadata: { event_type: 'dateline_answer', event_payload: { question: 'when did Iran strike Ain al Asad?' } },
    });
    expect(message?.text).toContain('Iran fired missiles at Ain al-Asad on 8 January 2020. [1]');
    expect(message?.text).toContain('1 AFP, 8 January 2020');
    expect(JSON.stringify(message?.blocks)).toContain('<https://example.org/afp?id=1&amp;lang=en|AFP>');
    expect(bench.dateline.asked).toEqual([{ question: 'when did Iran strike Ain al Asad?', options: { now: NOW } }]);
    const [call] = bench.slack.journal.all('call', ({ method }) => method === 'chat.postMessage');
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('a mention within a thread is answered in that thread', async () => {
    const root = await bench.slack.people.say('U0BOB', 'C0NEWS', 'what a week');
    await bench.slack.people.say('U0ALICE', 'C0NEWS', `and before that, ${MENTION}?`, { threadTs: root.ts });
    const [posted] = await bench.slack.journal.until('posted');
    expect(posted?.message.thread_ts).toBe(root.ts);
    expect(bench.dateline.asked[0]?.question).toBe('and before that, ?');
  });

  test('a direct message is answered outside threads, and the bot does not answer itself', async () => {
    await bench.slack.people.say('U0ALICE', 'D0ALICE', 'when was the strike?');
    const [posted] = await bench.slack.journal.until('posted');
    expect(posted?.message).toMatchObject({ channel: 'D0ALICE' });
    expect(posted?.message.thread_ts).toBeUndefined();
    // Slack sends the bot its own message back; once that is acknowledged, a reply to it would be under way.
    await bench.slack.journal.until('acknowledged', () => true, 2);
    await bench.app.stop();
    expect(posts()).toHaveLength(1);
  });

  test('a message in a thread of a direct message is answered in that thread', async () => {
    const root = await bench.slack.people.say('U0ALICE', 'D0ALICE', 'first question');
    await bench.slack.journal.until('posted');
    await bench.slack.people.say('U0ALICE', 'D0ALICE', 'second question', { threadTs: root.ts });
    const found = await bench.slack.journal.until('posted', ({ message }) => message.thread_ts === root.ts);
    expect(found).toHaveLength(1);
  });

  test('an event delivered three times is answered once, and not again nine minutes later', async () => {
    const event = {
      type: 'app_mention',
      user: 'U0ALICE',
      channel: 'C0NEWS',
      text: `${MENTION} when?`,
      ts: '1700000000.900000',
      event_ts: '1700000000.900000',
    };
    bench.slack.workspace.messages.push({ channel: 'C0NEWS', user: 'U0ALICE', text: event.text, ts: event.ts });
    await bench.slack.people.sendEvent(event, 3);
    // The same message under another event id, as when it arrives as a mention and as a channel message.
    await bench.slack.people.sendEvent(event);
    await bench.slack.journal.until('posted');
    bench.advance(9 * 60_000);
    await bench.slack.people.sendEvent(event);
    await bench.app.stop();
    expect(posts()).toHaveLength(1);
    expect(bench.dateline.asked).toHaveLength(1);
  });

  test('bots, edits and channel chatter get no answer', async () => {
    const base = { user: 'U0BOB', text: `${MENTION} when?`, event_ts: '1' };
    const silent = [
      { ...base, type: 'app_mention', channel: 'C0NEWS', ts: '1700000000.800001', bot_id: 'B0OTHER' },
      { ...base, type: 'app_mention', channel: 'C0NEWS', ts: '1700000000.800002', edited: { user: 'U0BOB', ts: '1' } },
      { ...base, type: 'message', channel: 'D0BOB', ts: '1700000000.800003', channel_type: 'im', bot_id: 'B0OTHER' },
      {
        ...base,
        type: 'message',
        channel: 'D0BOB',
        ts: '1700000000.800004',
        channel_type: 'im',
        subtype: 'message_changed',
      },
      { ...base, type: 'message', channel: 'C0NEWS', ts: '1700000000.800005', channel_type: 'channel' },
    ];
    for (const event of silent) await bench.slack.people.sendEvent(event);
    await bench.app.stop();
    expect(posts()).toEqual([]);
    expect(bench.dateline.asked).toEqual([]);
  });

  test.each(['', '   ', MENTION])('an empty question (%j) gets help with an example', async (text) => {
    await bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} ${text}`);
    const [posted] = await bench.slack.journal.until('posted');
    expect(posted?.message.text).toContain('For example: “When did Iran strike Ain al-Asad?”');
    expect(posted?.message.metadata).toBeUndefined();
    expect(bench.dateline.asked).toEqual([]);
  });

  test('a question of 40,000 characters is passed on, and what comes back of it fits a message', async () => {
    await bench.slack.people.say('U0ALICE', 'D0ALICE', 'when '.repeat(8000));
    const [posted] = await bench.slack.journal.until('posted');
    expect(bench.dateline.asked[0]?.question).toHaveLength(39_999);
    expect(posted?.message.text).toContain('Not understood: “when when');
    expect(posted?.message.text.length).toBeLessThanOrEqual(4000);
    expect(posted?.message.metadata).toBeUndefined();
  });

  test.each(['🔥🔥🔥', ':fire:', '👩‍👩‍👧‍👦'])(
    'a question of nothing but emoji (%s) gets an answer that shows it as text',
    async (emoji) => {
      await bench.slack.people.say('U0ALICE', 'D0ALICE', emoji);
      const [posted] = await bench.slack.journal.until('posted');
      expect(posted?.message.text).toContain(`Not understood: “${emoji.replace(':', '\u2236')}”.`);
    },
  );

  test('a failure of the record is excused to the asker and logged without the question', async () => {
    bench.dateline.answer = (question) => {
      throw new TypeError(`cannot read ${question}`);
    };
    await bench.slack.people.say('U0ALICE', 'D0ALICE', 'the secret question');
    const [posted] = await bench.slack.journal.until('posted');
    expect(posted?.message.text).toContain('Something went wrong');
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'error', error: 'TypeError' }));
    expect(JSON.stringify(bench.logged)).not.toContain('secret question');
  });
});
