import { describe, expect, test } from 'vitest';
import { nextPost, startDesk } from '../support/desk-bench.ts';
import { BOT } from '../support/local-newsroom.ts';
import { MODES } from '../support/slack-bench.ts';

const mention = (channel: string) => ({
  type: 'app_mention',
  user: 'U0ALICE',
  channel,
  text: `<@${BOT.userId}> when did Iran strike Ain al-Asad?`,
  ts: '1700000000.100000',
  event_ts: '1700000000.100000',
});

describe.each(MODES)('over %s', (mode) => {
  test('where it is no member, the asker gets the answer in a direct message, and what to do', async () => {
    const bench = await startDesk(mode);
    const told = await nextPost(bench, () => bench.slack.people.sendEvent(mention('C0QUIET')));
    expect(told).toMatchObject({ channel: 'D0ALICE', text: expect.stringContaining('8 January 2020') });
    expect(told.text).toContain('/invite @Dateline');
    expect(bench.logged).toContainEqual(
      expect.objectContaining({ level: 'warn', code: 'not_in_channel', remedy: expect.stringContaining('/invite') }),
    );
    await bench.stop();
  });

  test('where only some may post, the asker alone sees it in the channel', async () => {
    const bench = await startDesk(mode);
    bench.slack.faults.refuse('chat.postMessage', 'restricted_action_read_only_channel');
    const told = await nextPost(bench, () => bench.slack.people.say('U0ALICE', 'C0NEWS', mention('C0NEWS').text));
    expect(told).toMatchObject({
      channel: 'C0NEWS',
      ephemeralTo: 'U0ALICE',
      text: expect.stringContaining('8 January 2020'),
    });
    expect(bench.slack.journal.all('posted')).toHaveLength(1);
    await bench.stop();
  });

  test('where Slack refuses the blocks, the plain text is posted', async () => {
    const bench = await startDesk(mode);
    bench.slack.faults.refuse('chat.postMessage', 'invalid_blocks');
    const posted = await nextPost(bench, () => bench.slack.people.say('U0ALICE', 'C0NEWS', mention('C0NEWS').text));
    expect(posted.text).toContain('8 January 2020');
    expect(posted.metadata).toBeDefined();
    expect(posted.blocks ?? []).toEqual([]);
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'error', code: 'invalid_blocks' }));
    await bench.stop();
  });
});
