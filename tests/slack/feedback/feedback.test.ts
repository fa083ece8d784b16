import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedbackRow } from '../../../src/slack/feedback-row.ts';
import { anAnswer } from '../../support/fake-dateline.ts';
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
      blocks: feedbackRow(anAnswer()),
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    return bench.slack.workspace.find('C0NEWS', ts!)!;
  };
  const kept = () => bench.store.feedback.list(TEAM);
  const press = async (message: Awaited<ReturnType<typeof answer>>, actionId: string, times = 1) => {
    await bench.slack.people.press('U0ALICE', message, actionId);
    const found = await bench.slack.journal.until('posted', (entry) => entry.message.ephemeralTo !== undefined, times);
    return found.at(-1)!.message;
  };
  const openForm = async () => {
    await bench.slack.people.press('U0ALICE', await answer(), 'feedback_other');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
  };
  const modal = () => bench.slack.people.screen('U0ALICE').modals.at(-1);

  test('right: kept with what the answer was about, and thanked for privately in the thread', async () => {
    const root = await bench.slack.people.say('U0BOB', 'C0NEWS', 'what a week');
    const message = await answer(root.ts);
    expect(await press(message, 'feedback_right')).toMatchObject({ ephemeralTo: 'U0ALICE', thread_ts: root.ts });
    expect(await kept()).toMatchObject([
      { channel: 'C0NEWS', messageTs: message.ts, user: 'U0ALICE', verdict: 'right', comment: null, ...ABOUT },
    ]);
  });

  test.each([
    ['feedback_wrong_date', 'wrong-date'],
    ['feedback_bad_source', 'bad-source'],
  ])('%s: kept at once, with an offer to mend the record', async (button, verdict) => {
    const thanks = await press(await answer(), button);
    expect(await kept()).toMatchObject([{ ...ABOUT, verdict }]);
    await bench.slack.people.press('U0ALICE', thanks, 'suggest_correction');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
    expect(modal()?.view.callback_id).toBe('suggestion');
  });

  test('something else: kept with a comment', async () => {
    await openForm();
    await bench.slack.people.submit('U0ALICE', { comment: ' It was a secret drill ' });
    expect(await kept()).toMatchObject([{ ...ABOUT, verdict: 'other', comment: 'It was a secret drill' }]);
    expect(JSON.stringify(modal())).toContain('That is noted.');
    expect(JSON.stringify(bench.logged)).not.toContain('secret drill');
  });

  test('a later verdict takes the place of the earlier', async () => {
    const message = await answer();
    await press(message, 'feedback_right');
    bench.advance(1000);
    await press(message, 'feedback_wrong_date', 2);
    expect(await kept()).toMatchObject([{ verdict: 'wrong-date' }]);
  });

  test.each([
    ['10,000 characters', 'secret '.repeat(1500), 'Shorten it to 1,000 characters at most.'],
    ['nothing', '  ', 'Say in a sentence what it is.'],
  ])('a comment of %s, which no client of Slack would send, is refused', async (_what, value, words) => {
    await openForm();
    const { view } = modal()!;
    const outcome = await bench.forge({
      type: 'view_submission',
      team: { id: TEAM, domain: 'newsdesk' },
      user: { id: 'U0ALICE', name: 'alice', team_id: TEAM },
      api_app_id: 'A0LOCAL',
      token: 'x',
      trigger_id: '1.2.3',
      view: { ...view, state: { values: { comment: { comment: { type: 'plain_text_input', value } } } } },
    });
    expect(outcome).toMatchObject({ body: { errors: { comment: words } } });
    expect(await kept()).toEqual([]);
    expect(JSON.stringify(bench.logged)).not.toContain('secret');
  });

  test('where the store fails, the form stays', async () => {
    await openForm();
    await bench.store.close();
    await bench.slack.people.submit('U0ALICE', { comment: 'secret' });
    expect(modal()?.errors).toEqual({ comment: expect.stringContaining('send it again in a minute') });
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'error', code: 'closed' }));
    expect(JSON.stringify(bench.logged)).not.toContain('secret');
  });
});

test('a decline, which tells no date and names no source, is judged as right or not alone', () => {
  const labels = (answer: Parameters<typeof feedbackRow>[0]) =>
    feedbackRow(answer).flatMap(({ elements }) =>
      elements.map((element) => ('text' in element ? element.text?.text : '')),
    );
  expect(labels(anAnswer())).toEqual(['Right', 'Wrong date', 'Bad source', 'Something else']);
  expect(labels(anAnswer({ status: 'declined', events: [] }))).toEqual(['Right', 'Something else']);
  expect(labels(anAnswer({ kind: 'meta' }))).toEqual([]);
});
