import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/render/limits.ts';
import { feedbackBlock } from '../../../src/slack/feedback/feedback-block.ts';
import { readPressed } from '../../../src/slack/feedback/read-pressed.ts';
import { NEWSROOM } from '../../support/local-newsroom.ts';
import { clientFor } from '../../support/local-slack-client.ts';
import { MODES, type SlackBench, startBench } from '../../support/slack-bench.ts';

const TEAM = NEWSROOM.id;
const ABOUT = { events: ['2020-01-08-ain-al-asad'], intent: 'date' };

describe.each(MODES)('over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startBench(mode);
  });
  afterEach(() => bench.stop());

  /** An answer of the bot with the buttons under it. */
  const answer = async (thread?: string) => {
    const { ts } = await clientFor(bench.slack).chat.postMessage({
      channel: 'C0NEWS',
      text: 'An answer',
      blocks: [feedbackBlock(ABOUT)],
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    return bench.slack.workspace.find('C0NEWS', ts!)!;
  };
  const kept = () => bench.store.feedback.list(TEAM);
  const openForm = async (message: Awaited<ReturnType<typeof answer>>, times = 1) => {
    await bench.slack.people.press('U0ALICE', message, 'answer_feedback', 'negative');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open', times);
  };
  const modal = () => bench.slack.people.screen('U0ALICE').modals.at(-1);

  test('right: kept with what the answer was about, and thanked for privately in the thread', async () => {
    const root = await bench.slack.people.say('U0BOB', 'C0NEWS', 'what a week');
    const message = await answer(root.ts);
    await bench.slack.people.press('U0ALICE', message, 'answer_feedback', 'positive');
    const [thanks] = await bench.slack.journal.until('posted', (entry) => entry.message.ephemeralTo !== undefined);
    expect(thanks?.message).toMatchObject({ ephemeralTo: 'U0ALICE', thread_ts: root.ts });
    expect(await kept()).toMatchObject([
      {
        channel: 'C0NEWS',
        messageTs: message.ts,
        user: 'U0ALICE',
        verdict: 'right',
        ...ABOUT,
      },
    ]);
  });

  test.each(['wrong-date', 'bad-source'])('%s: chosen in a small form', async (verdict) => {
    await openForm(await answer());
    await bench.slack.people.submit('U0ALICE', { verdict });
    expect(await kept()).toMatchObject([{ ...ABOUT, verdict, comment: null }]);
    expect(JSON.stringify(modal())).toContain('Your verdict is kept.');
  });

  test('something else needs a comment', async () => {
    await openForm(await answer());
    await bench.slack.people.submit('U0ALICE', { verdict: 'other' });
    expect(modal()?.errors).toEqual({ comment: 'Say in a sentence what it is.' });
    expect(await kept()).toEqual([]);
    await bench.slack.people.submit('U0ALICE', { verdict: 'other', comment: ' It was a secret drill ' });
    expect(await kept()).toMatchObject([{ verdict: 'other', comment: 'It was a secret drill' }]);
    expect(JSON.stringify(bench.logged)).not.toContain('secret drill');
  });

  test('a later verdict takes the place of the earlier', async () => {
    const message = await answer();
    await bench.slack.people.press('U0ALICE', message, 'answer_feedback', 'positive');
    await bench.slack.journal.until('posted', (entry) => entry.message.ephemeralTo !== undefined);
    bench.advance(1000);
    await openForm(message);
    await bench.slack.people.submit('U0ALICE', { verdict: 'wrong-date', comment: 'It was the 7th' });
    expect(await kept()).toMatchObject([{ verdict: 'wrong-date', comment: 'It was the 7th' }]);
  });

  test('a comment of 10,000 characters, which no client of Slack would send, is refused', async () => {
    await openForm(await answer());
    const { view } = modal()!;
    const values = structuredClone(view.state.values);
    values.verdict = { verdict: { type: 'radio_buttons', selected_option: { value: 'other' } } };
    values.comment = { comment: { type: 'plain_text_input', value: 'secret '.repeat(1500) } };
    const outcome = await bench.forge({
      type: 'view_submission',
      team: { id: TEAM, domain: 'newsdesk' },
      user: { id: 'U0ALICE', name: 'alice', team_id: TEAM },
      api_app_id: 'A0LOCAL',
      token: 'x',
      trigger_id: '1.2.3',
      view: { ...view, state: { values } },
    });
    expect(outcome).toMatchObject({ body: { errors: { comment: 'Shorten it to 1,000 characters at most.' } } });
    expect(await kept()).toEqual([]);
    expect(JSON.stringify(bench.logged)).not.toContain('secret');
  });

  test('where the store fails, the form stays', async () => {
    await openForm(await answer());
    await bench.store.close();
    await bench.slack.people.submit('U0ALICE', { verdict: 'wrong-date' });
    expect(modal()?.errors).toEqual({ verdict: expect.stringContaining('send it again in a minute') });
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'error', code: 'closed' }));
  });
});

test('the buttons hold as many events as fit them', () => {
  const events = Array.from({ length: 400 }, (_, index) => `2020-01-08-event-number-${index}`);
  const [element] = feedbackBlock({ events, intent: 'list' }).elements;
  const value = element && 'positive_button' in element ? element.positive_button.value : '';
  expect(value.length).toBeLessThanOrEqual(LIMITS.buttonValue);
  expect(readPressed(value)?.events.length).toBeGreaterThan(30);
});

test.each(['', 'x', '{}', '[]', 'null', '{"verdict":"maybe"}', '{"verdict":"right","events":3,"intent":null}'])(
  'a value that no button of ours has says nothing: %s',
  (value) => {
    expect(readPressed(value)).toBeUndefined();
  },
);
