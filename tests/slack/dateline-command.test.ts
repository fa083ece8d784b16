import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LONGEST_QUESTION } from '../../src/dateline.ts';
import type { Message } from '../../src/local-slack/state/message.ts';
import { MODES, type SlackBench, startBench } from '../support/slack-bench.ts';

const SHARE = 'share_in_channel';

describe.each(MODES)('/dateline over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startBench(mode);
  });
  afterEach(() => bench.stop());

  async function ask(channel: string, text: string): Promise<Message> {
    await bench.slack.people.command('U0ALICE', channel, '/dateline', text);
    await bench.slack.journal.until('posted', ({ message }) => message.ephemeralTo === 'U0ALICE');
    return bench.slack.workspace.visibleTo('U0ALICE', channel).findLast(({ ephemeralTo }) => ephemeralTo)!;
  }

  const shared = () => bench.slack.journal.all('posted', ({ message }) => !message.ephemeralTo).map((e) => e.message);
  const until = (matches: (message: Message) => boolean) =>
    bench.slack.journal.until('posted', ({ message }) => matches(message));

  test('answers the asker alone', async () => {
    const answer = await ask('C0NEWS', 'when did Iran strike?');
    expect(answer.text).toContain('8 January 2020');
    expect(bench.slack.workspace.visibleTo('U0BOB', 'C0NEWS')).toEqual([]);
    expect(JSON.stringify(answer.blocks)).toContain('"value":"ask when did Iran strike?"');
  });

  test('an empty question gets help, which cannot be shared', async () => {
    const help = await ask('C0NEWS', '  ');
    expect(help.text).toContain('For example');
    expect(JSON.stringify(help.blocks)).not.toContain(SHARE);
  });

  test('the longest question fits its button; the answer to a longer one cannot be shared', async () => {
    const longest = await ask('C0NEWS', '"'.repeat(LONGEST_QUESTION));
    expect(JSON.stringify(longest.blocks)).toContain(SHARE);
    await bench.slack.people.command('U0ALICE', 'C0NEWS', '/dateline', 'x'.repeat(LONGEST_QUESTION + 1));
    const [refused] = await until(({ text }) => text.includes('“xxx'));
    expect(JSON.stringify(refused?.message.blocks)).not.toContain(SHARE);
  });

  test('the button shares the answer, names the sharer, and goes away', async () => {
    const answer = await ask('C0NEWS', 'when did <!channel> *Iran* strike?');
    await bench.slack.people.press('U0ALICE', answer, SHARE);
    await until(({ blocks }) => JSON.stringify(blocks).includes('Shared in the channel.'));
    expect(shared()).toHaveLength(1);
    const [post] = shared();
    expect(post?.channel).toBe('C0NEWS');
    expect(JSON.stringify(post?.blocks?.[0])).toContain('<@U0ALICE> asked “when did @channel ∗Iran∗ strike?”');
    expect(post?.text).toContain('8 January 2020');
    expect(post?.metadata).toMatchObject({ event_type: 'dateline_answer' });
    const left = bench.slack.workspace.find('C0NEWS', answer.ts);
    expect(JSON.stringify(left?.blocks)).not.toContain(SHARE);
  });

  test('a button pressed twice shares once', async () => {
    const answer = { ...(await ask('C0NEWS', 'when?')) };
    await Promise.all([
      bench.slack.people.press('U0ALICE', answer, SHARE),
      bench.slack.people.press('U0ALICE', answer, SHARE),
    ]);
    await bench.app.stop();
    expect(shared()).toHaveLength(1);
  });

  test('where the bot is no member, the answer is shared all the same', async () => {
    const answer = await ask('C0QUIET', 'when?');
    await bench.slack.people.press('U0ALICE', answer, SHARE);
    await until(({ blocks }) => JSON.stringify(blocks).includes('Shared in the channel.'));
    expect(shared()).toMatchObject([{ channel: 'C0QUIET', text: expect.stringContaining('8 January 2020') }]);
  });

  test('a share that Slack refuses is logged with its remedy and can be tried again', async () => {
    const answer = await ask('C0NEWS', 'when?');
    const channel = bench.slack.workspace.channels.get('C0NEWS')!;
    channel.archived = true;
    await bench.slack.people.press('U0ALICE', answer, SHARE);
    // The press is dealt with once its failure is in the log; pressing again before would still be the same press.
    await bench.logLine(({ code }) => code === 'is_archived');
    channel.archived = false;
    await bench.slack.people.press('U0ALICE', answer, SHARE);
    await until(({ blocks }) => JSON.stringify(blocks).includes('Shared in the channel.'));
    expect(shared()).toHaveLength(1);
    expect(bench.logged).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'is_archived', remedy: expect.stringContaining('unarchive') }),
    );
  });
});
