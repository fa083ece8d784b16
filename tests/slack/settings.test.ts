import { afterEach, describe, expect, test } from 'vitest';
import { looksLikeQuestion } from '../../src/slack/channel-message.ts';
import { buttonsOf, nextPost, startDesk } from '../support/desk-bench.ts';
import { BOT, NEWSROOM } from '../support/local-newsroom.ts';
import { type BenchOptions, MODES, NOW, type SlackBench } from '../support/slack-bench.ts';

const QUESTION = 'when did Iran strike Ain al-Asad?';
const CHANNEL = { team: 'T0NEWSDESK', channel: 'C0NEWS' };

describe.each(MODES)('settings of a channel over %s', (mode) => {
  let bench: SlackBench;
  afterEach(() => bench.stop());
  const start = async (options: BenchOptions = {}) => {
    bench = await startDesk(mode, options);
    return bench.slack.people;
  };

  async function openForm(user: string): Promise<string> {
    await bench.slack.people.command(user, 'C0NEWS', '/dateline', 'settings');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
    return JSON.stringify(bench.slack.people.screen(user).modals.at(-1)?.view.blocks);
  }

  test('any member may have answers shown to the asker alone', async () => {
    const people = await start();
    expect(await openForm('U0BOB')).toContain('An administrator of this workspace may change that.');
    await people.submit('U0BOB', { answers: 'ephemeral' });
    expect(people.screen('U0BOB').modals).toEqual([]);
    expect(await bench.store.channelSettings.get(CHANNEL)).toMatchObject({
      ephemeral: true,
      answerWithoutMention: false,
      changed: { by: 'U0BOB' },
    });
    const answer = await nextPost(bench, () => people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> ${QUESTION}`));
    expect(answer).toMatchObject({ ephemeralTo: 'U0ALICE', text: expect.stringContaining('8 January 2020') });
    expect(buttonsOf(answer)).toHaveProperty('share_in_channel');
    const shared = await nextPost(bench, () => people.press('U0ALICE', answer, 'share_in_channel'));
    expect(shared.ephemeralTo).toBeUndefined();
  });

  test('an editor may have questions without a mention answered; only those that the record answers for certain are', async () => {
    const people = await start({ editors: { people: ['U0BOB'] } });
    await openForm('U0BOB');
    await people.submit('U0BOB', { without_mention: 'on' });
    expect(await bench.store.channelSettings.get(CHANNEL)).toMatchObject({ answerWithoutMention: true });
    const asked = await people.say('U0ALICE', 'C0NEWS', 'When did Iran strike Ain al-Asad?');
    for (const chatter of [
      'lunch?',
      'When did Iran strike Ain al-Asad',
      'when is the meeting?',
      'what happened at Ain al-Asad in 2024?',
      '@bob when did Iran strike Ain al-Asad?',
      'what can you do?',
      `${'well, '.repeat(60)}when did Iran strike Ain al-Asad?`,
    ])
      await people.say('U0ALICE', 'C0NEWS', chatter);
    const answers = bench.slack.journal.all('posted', ({ message }) => message.bot_id !== undefined);
    expect(answers.map(({ message }) => message.thread_ts)).toEqual([asked.ts]);
  });

  test('an administrator of the workspace may too, in a private channel, where questions are answered as in any other', async () => {
    const people = await start({
      workspace: {
        ...NEWSROOM,
        people: NEWSROOM.people.map((person) => ({ ...person, admin: person.id === 'U0BOB' })),
        channels: [...NEWSROOM.channels, { id: 'C0DESK', name: 'the-desk', private: true, withBot: true }],
      },
    });
    await people.command('U0BOB', 'C0DESK', '/dateline', 'settings');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
    await people.submit('U0BOB', { without_mention: 'on' });
    expect(await bench.store.channelSettings.get({ ...CHANNEL, channel: 'C0DESK' })).toMatchObject({
      answerWithoutMention: true,
      changed: { by: 'U0BOB' },
    });
    const answer = await nextPost(bench, () => people.say('U0ALICE', 'C0DESK', 'When did Iran strike Ain al-Asad?'));
    expect(answer).toMatchObject({ channel: 'C0DESK', text: expect.stringContaining('8 January 2020') });
  });

  test('without that, nothing is answered and nothing is asked', async () => {
    const people = await start();
    await people.say('U0ALICE', 'C0NEWS', 'When did Iran strike Ain al-Asad?');
    expect(bench.slack.journal.all('posted')).toEqual([]);
    expect(bench.logged.map(({ msg }) => msg)).not.toContain('answered a question');
  });

  test('a form that was forged to turn it on is refused beside its input, and logged', async () => {
    const people = await start({ editors: { people: ['U0BOB'] } });
    await openForm('U0BOB');
    const stolen = bench.slack.people.screen('U0BOB').modals.at(-1)!.view;
    expect(JSON.stringify(stolen)).toContain('without_mention');
    // The same form, sent off once its sender is no editor any more.
    await bench.app.stop();
    const editors = { people: [] };
    const { createSlackApp } = await import('../../src/slack/app.ts');
    const { slackSettings, memoryLog } = await import('../support/slack-bench.ts');
    const { log, logged } = memoryLog();
    const { desk } = await import('../support/desk.ts');
    const app = createSlackApp(slackSettings(bench.slack, mode), desk(), {
      log,
      clock: () => NOW,
      store: bench.store,
      editors,
    });
    const { port } = await app.start();
    if (port !== undefined) bench.slack.deliverOverHttp(`http://127.0.0.1:${port}/slack/events`);
    await people.submit('U0BOB', { without_mention: 'on' });
    expect(people.screen('U0BOB').modals.at(-1)?.errors).toEqual({
      without_mention: 'An administrator of this workspace may change that.',
    });
    expect(await bench.store.channelSettings.get(CHANNEL)).toMatchObject({ answerWithoutMention: false });
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'warn', user: 'U0BOB', msg: 'a change of settings was refused' }),
    );
    await app.stop();
  });

  test('the default timeline of a channel is asked, and one that is gone is passed over', async () => {
    const people = await start();
    await bench.store.channelSettings.change(CHANNEL, { timeline: 'gone' }, { by: 'U0BOB', now: NOW });
    const answer = await nextPost(bench, () => people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> ${QUESTION}`));
    expect(answer.text).toContain('8 January 2020');
  });

  test('a direct message has none', async () => {
    const people = await start();
    const told = await nextPost(bench, () => people.command('U0ALICE', 'D0ALICE', '/dateline', 'settings'));
    expect(told.text).toContain('type this in the channel');
  });
});

test.each([
  ['When did Iran strike?', true],
  ['how many were killed?', true],
  ['strike?', false],
  ['When did Iran strike', false],
  ['whenever you like?', false],
  ['who is in, @bob?', false],
  [`when ${'x'.repeat(300)}?`, false],
])('%j looks like a question: %j', (text, expected) => {
  expect(looksLikeQuestion(text)).toBe(expected);
});
