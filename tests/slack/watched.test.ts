import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMetrics, type ServedMetrics } from '../../src/metrics/metrics.ts';
import { BOT, CREDENTIALS } from '../support/local-newsroom.ts';
import { readPrometheusText, seriesValue } from '../support/prometheus-text.ts';
import { MODES, type SlackBench, startBench } from '../support/slack-bench.ts';

const MENTION = `<@${BOT.userId}>`;
/** Each person may ask twice, and channels as they like. */
const TWO_A_PERSON = { user: { burst: 2, everyMs: 60_000 }, channel: { burst: 99, everyMs: 1 } };
const IDS = { team: 'T0NEWSDESK', channel: 'C0NEWS' };

describe.each(MODES)('over %s', (mode) => {
  let metrics: ServedMetrics;
  let bench: SlackBench;
  beforeEach(async () => {
    metrics = createMetrics();
    bench = await startBench(mode, {}, { metrics, allowances: TWO_A_PERSON });
  });
  afterEach(() => bench.stop());

  const count = async (name: string, labels: Record<string, string>) =>
    seriesValue(readPrometheusText(await metrics.read()), name, labels);

  test('questions are counted by where they were asked and what became of them', async () => {
    await bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} when?`);
    await bench.slack.people.command('U0BOB', 'C0NEWS', '/dateline', 'when?');
    await bench.slack.journal.until('posted', () => true, 2);
    bench.dateline.answer = () => {
      throw new Error('a defect');
    };
    await bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} when?`);
    await bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} too fast?`);
    expect(await count('dateline_questions_total', { door: 'mention', status: 'answered' })).toBe(1);
    expect(await count('dateline_questions_total', { door: 'command', status: 'answered' })).toBe(1);
    expect(await count('dateline_questions_total', { door: 'mention', status: 'failed' })).toBe(1);
    expect(await count('dateline_questions_unanswered_total', { reason: 'too-many' })).toBe(1);
    expect(await count('dateline_answer_seconds_count', { door: 'mention' })).toBe(2);
    expect(await count('dateline_slack_events_received_total', { type: 'app_mention' })).toBe(3);
    expect(await count('dateline_slack_events_received_total', { type: 'command' })).toBe(1);
  });

  test('what comes again, and what Slack refuses, is counted', async () => {
    const { ts, text } = await bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} when?`);
    const event = { type: 'app_mention', user: 'U0ALICE', channel: 'C0NEWS', text, ts, event_ts: ts };
    await bench.slack.people.sendEvent(event);
    expect(await count('dateline_slack_events_duplicate_total', { found: 'settled' })).toBe(1);

    bench.slack.faults.status('chat.postMessage', 503);
    bench.slack.faults.refuse('chat.postMessage', 'is_archived');
    await bench.slack.people.say('U0BOB', 'C0NEWS', `${MENTION} when?`);
    await bench.logLine(({ code }) => code === 'is_archived');
    expect(await count('dateline_slack_call_failures_total', { code: 'http_503' })).toBe(1);
    expect(await count('dateline_slack_call_failures_total', { code: 'is_archived' })).toBe(1);
    expect(await metrics.read()).not.toContain(CREDENTIALS.botToken);
  });

  test('each line of the log about a question carries its ids, and none what was typed', async () => {
    const before = bench.logged.length;
    await bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} when was the zeppelin?`);
    bench.slack.faults.refuse('chat.postMessage', 'is_archived');
    await bench.slack.people.say('U0BOB', 'C0NEWS', `${MENTION} when was the zeppelin?`);
    await bench.logLine(({ code }) => code === 'is_archived');
    const lines = bench.logged.slice(before).filter(({ from }) => from !== 'bolt');
    expect(lines.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['answered a question', 'a reply could not be delivered']),
    );
    for (const line of lines) expect(line).toMatchObject({ ...IDS, eventId: expect.stringMatching(/^Ev/) });
    expect(new Set(lines.map(({ eventId }) => eventId)).size).toBe(2);
    expect(JSON.stringify(bench.logged)).not.toMatch(/zeppelin|xoxb|xapp/);
  });

  test('a command is told by where it was used', async () => {
    await bench.slack.people.command('U0ALICE', 'C0NEWS', '/dateline', 'when?');
    expect(await bench.logLine(({ door }) => door === 'command')).toMatchObject(IDS);
  });

  test('what somebody forges into the ids does not get into the log', async () => {
    await bench.forge({
      type: 'block_actions',
      team: { id: 'T0NEWSDESK' },
      user: { id: 'U0ALICE' },
      channel: { id: 'words that a person typed' },
      actions: [{ type: 'button', action_id: 'nobody_knows' }],
      container: {},
    });
    const line = await bench.logLine(({ id }) => id === 'nobody_knows');
    expect(line).toMatchObject({ team: 'T0NEWSDESK' });
    expect(line).not.toHaveProperty('channel');
  });
});
