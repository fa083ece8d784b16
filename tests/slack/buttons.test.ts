import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, nextPost, startDesk } from '../support/desk-bench.ts';
import { BOT } from '../support/local-newsroom.ts';
import { MODES, type SlackBench } from '../support/slack-bench.ts';

const MENTION = `<@${BOT.userId}>`;
const STRIKE = `${MENTION} when did Iran strike Ain al-Asad?`;
const FEEDBACK = ['feedback_right', 'feedback_wrong_date', 'feedback_bad_source', 'feedback_other'];

describe.each(MODES)('buttons over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startDesk(mode);
  });
  afterEach(() => bench.stop());

  const post = (act: () => Promise<unknown>) => nextPost(bench, act);

  test('stand under an answer where they lead somewhere', async () => {
    const answer = await post(() => bench.slack.people.say('U0ALICE', 'C0NEWS', STRIKE));
    const labels = buttonsOf(answer);
    expect(Object.keys(labels)).toEqual(['led_to', 'came_next', 'place_timeline', ...FEEDBACK]);
    expect(labels.place_timeline).toMatch(/^Timeline of Ain al-Asad Air Base \(\d+\)$/);
    const help = await post(() => bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} `));
    expect(buttonsOf(help)).toEqual({});
    const meta = await post(() => bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} what do you cover?`));
    expect(buttonsOf(meta)).toEqual({});
  });

  test('tell a person where the answer will be that another replica is about to give', async () => {
    const asked = await bench.slack.people.say('U0ALICE', 'C0NEWS', STRIKE);
    const answer = bench.slack.workspace.replies(asked)[0]!;
    const [now, until] = [new Date(0), new Date('2100-01-01')];
    await bench.store.seenDeliveries.claim(`press:T0NEWSDESK:C0NEWS:${answer.ts}:led_to`, { now, until });
    const told = await post(() => bench.slack.people.press('U0BOB', answer, 'led_to'));
    expect(told).toMatchObject({ ephemeralTo: 'U0BOB', text: expect.stringContaining('in the thread') });
  });

  test('answer in the thread, once, and the second person is told where', async () => {
    const asked = await bench.slack.people.say('U0ALICE', 'C0NEWS', STRIKE);
    const answer = bench.slack.workspace.replies(asked)[0]!;
    const led = await post(() => bench.slack.people.press('U0BOB', answer, 'led_to'));
    expect(led).toMatchObject({ thread_ts: asked.ts, text: expect.stringContaining('3 January 2020') });
    expect(led.metadata).toMatchObject({
      event_payload: { question: '', events: [{ id: '2020-01-03-killing-of-qassem-soleimani' }] },
    });
    const again = await post(() => bench.slack.people.press('U0ALICE', answer, 'led_to'));
    expect(again).toMatchObject({ ephemeralTo: 'U0ALICE', text: expect.stringContaining('in the thread') });
    const next = await post(() => bench.slack.people.press('U0ALICE', answer, 'came_next'));
    expect(next.text).toContain('events came next');
  });

  test('page through a long list in its place, and back', async () => {
    const asked = await bench.slack.people.say('U0ALICE', 'C0NEWS', STRIKE);
    const answer = bench.slack.workspace.replies(asked)[0]!;
    const list = await post(() => bench.slack.people.press('U0ALICE', answer, 'place_timeline'));
    const first = JSON.stringify(list.blocks);
    expect(buttonsOf(list).show_all).toMatch(/^Show all \d\d$/);
    const all = await post(() => bench.slack.people.press('U0ALICE', list, 'show_all'));
    expect(all.ts).toBe(list.ts);
    expect(all.metadata).toEqual(list.metadata);
    expect(all.blocks?.map(({ type }) => type)).toContain('table');
    expect(buttonsOf(all)).toMatchObject({ show_later: 'More ›', show_less: 'Show less' });
    const later = await post(() => bench.slack.people.press('U0BOB', all, 'show_later'));
    expect(JSON.stringify(later.blocks)).toMatch(/26 to \d\d of \d\d/);
    expect(Object.keys(buttonsOf(later))).toEqual(['show_earlier', 'show_less', ...FEEDBACK]);
    const back = await post(() => bench.slack.people.press('U0BOB', later, 'show_less'));
    expect(JSON.stringify(back.blocks).replace(/"block_id":"[^"]*",?/g, '')).toBe(
      first.replace(/"block_id":"[^"]*",?/g, ''),
    );
  });

  test('under what only the asker sees, answer the asker alone, page in place, and share', async () => {
    const list = await post(() => bench.slack.people.command('U0ALICE', 'C0NEWS', '/dateline', 'timeline ain al-asad'));
    expect(list).toMatchObject({ ephemeralTo: 'U0ALICE' });
    const all = await post(() => bench.slack.people.press('U0ALICE', list, 'show_all'));
    expect(all).toMatchObject({ ts: list.ts, ephemeralTo: 'U0ALICE' });
    const shared = await post(() => bench.slack.people.press('U0ALICE', all, 'share_in_channel'));
    expect(shared).toMatchObject({ channel: 'C0NEWS', text: expect.stringContaining('<@U0ALICE> shared:') });
    expect(shared.ephemeralTo).toBeUndefined();
    await bench.slack.journal.until('posted', ({ message }) => JSON.stringify(message.blocks).includes('Shared in'));
    const answer = await post(() =>
      bench.slack.people.command('U0ALICE', 'C0NEWS', '/dateline', 'when did Iran strike Ain al-Asad?'),
    );
    const led = await post(() => bench.slack.people.press('U0ALICE', answer, 'led_to'));
    expect(led).toMatchObject({ ephemeralTo: 'U0ALICE', text: expect.stringContaining('3 January 2020') });
    expect(bench.slack.workspace.visibleTo('U0BOB', 'C0NEWS')).toHaveLength(1);
  });

  test('of an answer that was read in a thread compute the same again', async () => {
    const root = await bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} what happened at Ain al-Asad in 2023?`);
    const list = await post(() =>
      bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} and in 2021?`, { threadTs: root.ts }),
    );
    const ids = (message: typeof list) =>
      (message.metadata as { event_payload: { events: { id: string }[] } }).event_payload.events;
    expect(ids(list).every(({ id }) => id.startsWith('2021'))).toBe(true);
    expect(bench.slack.workspace.replies(root)).toHaveLength(3);
  });

  test('where the bot was removed meanwhile, reach the person who pressed', async () => {
    const asked = await bench.slack.people.say('U0ALICE', 'C0NEWS', STRIKE);
    const answer = bench.slack.workspace.replies(asked)[0]!;
    await bench.slack.people.kick('U0BOB', 'C0NEWS', BOT.userId);
    const led = await post(() => bench.slack.people.press('U0ALICE', answer, 'led_to'));
    expect(led).toMatchObject({ ephemeralTo: 'U0ALICE', text: expect.stringContaining('3 January 2020') });
  });

  test('that nobody made are dropped, logged, and one that nothing knows answered privately', async () => {
    const asked = await bench.slack.people.say('U0ALICE', 'C0NEWS', STRIKE);
    const answer = bench.slack.workspace.replies(asked)[0]!;
    const posts = bench.slack.journal.all('posted').length;
    const [row] = answer.blocks!.filter(({ type }) => type === 'actions') as unknown as {
      elements: { action_id: string; value: string }[];
    }[];
    row!.elements[0]!.value = 'nonsense of a forger';
    await bench.slack.people.press('U0ALICE', answer, 'led_to');
    row!.elements[0]!.action_id = 'unknown_action';
    await bench.slack.people.press('U0ALICE', answer, 'unknown_action');
    await bench.app.stop();
    // Who presses a button that nobody knows is told so privately.
    const [told, ...others] = bench.slack.journal.all('posted').slice(posts);
    expect(others).toEqual([]);
    expect(told?.message).toMatchObject({ ephemeralTo: 'U0ALICE', text: expect.stringContaining('I do not know it') });
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'warn', id: 'unknown_action' }));
    expect(JSON.stringify(bench.logged)).not.toContain('forger');
  });
});
