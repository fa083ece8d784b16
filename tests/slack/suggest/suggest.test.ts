import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../../src/local-slack/json.ts';
import { suggestButton } from '../../../src/slack/suggest/suggest-button.ts';
import { record } from '../../support/desk.ts';
import { NEWSROOM } from '../../support/local-newsroom.ts';
import { clientFor } from '../../support/local-slack-client.ts';
import { MODES, type SlackBench, startBench } from '../../support/slack-bench.ts';

const EVENT = '2020-01-08-operation-martyr-soleimani';
const TEAM = NEWSROOM.id;

describe.each(MODES)('over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startBench(mode, {}, { editors: { channel: 'C0NEWS', people: [] } });
    bench.dateline.events = () => record().flatMap(({ events }) => events);
  });
  afterEach(() => bench.stop());

  const modals = () => bench.slack.people.screen('U0ALICE').modals;
  const openFromHome = async () => {
    await bench.slack.people.openHome('U0ALICE');
    await bench.slack.people.press('U0ALICE', 'home', 'suggest_correction');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
  };

  /** Sends the open form off as no client of Slack would. */
  const forge = (filled: Record<string, unknown>) => {
    const { view } = modals()[0]!;
    const values = structuredClone(view.state.values);
    for (const [field, value] of Object.entries(filled))
      values[field] = { [field]: { type: 'plain_text_input', value } };
    return bench.forge({
      type: 'view_submission',
      team: { id: TEAM, domain: 'newsdesk' },
      user: { id: 'U0ALICE', name: 'alice', team_id: TEAM },
      api_app_id: 'A0LOCAL',
      token: 'x',
      trigger_id: '1.2.3',
      view: { ...view, state: { values } } as unknown as Json,
    });
  };

  test('a missing event, from the Home tab: kept, confirmed, put before the editors', async () => {
    await openFromHome();
    await bench.slack.people.submit('U0ALICE', {
      kind: 'event',
      text: 'A drone fell near *Taji* <!channel>',
      date: '9 March 2026',
      source: 'https://example.org/drone',
    });
    const [posted] = await bench.slack.journal.until('posted', ({ message }) => message.channel === 'C0NEWS');
    await bench.app.stop();
    expect(JSON.stringify(modals())).toContain('Your suggestion is kept for the editors.');
    const [proposal] = await bench.store.proposals.list(TEAM);
    expect(proposal).toMatchObject({
      channel: 'U0ALICE',
      user: 'U0ALICE',
      kind: 'event',
      event: null,
      text: 'A drone fell near *Taji* <!channel>',
      date: '9 March 2026',
      sourceUrl: 'https://example.org/drone',
      state: 'open',
      posted: { channel: 'C0NEWS', messageTs: posted?.message.ts },
    });
    expect(posted?.message.text).toContain('*New event* suggested by <@U0ALICE>');
    expect(posted?.message.text).not.toContain('<!channel>');
    expect(JSON.stringify(bench.logged)).not.toContain('Taji');
  });

  test('a correction, from a button on an answer: the event is chosen already', async () => {
    const blocks = [{ type: 'actions' as const, elements: [suggestButton(EVENT)] }];
    await clientFor(bench.slack).chat.postMessage({ channel: 'C0NEWS', text: 'An answer', blocks });
    const [answer] = await bench.slack.journal.until('posted');
    await bench.slack.people.press('U0ALICE', answer!.message, 'suggest_correction');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
    await bench.slack.people.submit('U0ALICE', { text: 'The hour is wrong.' });
    await bench.slack.journal.until('posted', () => true, 2);
    await bench.app.stop();
    expect(await bench.store.proposals.list(TEAM)).toMatchObject([
      { channel: 'C0NEWS', kind: 'correction', event: EVENT, sourceUrl: null },
    ]);
  });

  test('/dateline suggest opens the form', async () => {
    await bench.slack.people.command('U0ALICE', 'C0NEWS', '/dateline', 'suggest');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
    await bench.slack.people.submit('U0ALICE', { text: 'A drone fell', source: 'https://example.org/' });
    await bench.app.stop();
    expect(await bench.store.proposals.list(TEAM)).toMatchObject([{ channel: 'C0NEWS', kind: 'event' }]);
  });

  test('the shortcut opens the form too', async () => {
    await bench.slack.people.globalShortcut('U0ALICE', 'suggest');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
    expect(modals()).toHaveLength(1);
  });

  test('what is not well filled in stays on the screen, with what to do', async () => {
    await openFromHome();
    await bench.slack.people.submit('U0ALICE', { kind: 'correction', text: 'Wrong', date: 'some time' });
    expect(modals()[0]?.errors).toEqual({
      event: expect.stringContaining('Choose the event'),
      date: expect.stringContaining('write it like 8 January 2020'),
    });
    expect(await bench.store.proposals.list(TEAM)).toEqual([]);
  });

  test.each([
    [
      '10,000 characters',
      'text',
      { text: 'secret '.repeat(1500), source: 'https://example.org/' },
      'shorten it to 3,000',
    ],
    ['a javascript: link', 'source', { text: 'secret', source: 'javascript:alert("secret")' }, 'begins with https://'],
  ])(
    '%s, which no client of Slack would send, is refused and logged without the words',
    async (_what, field, filled, words) => {
      await openFromHome();
      const outcome = await forge(filled);
      expect(outcome).toMatchObject({
        status: expect.any(Number),
        body: { response_action: 'errors', errors: { [field]: expect.stringContaining(words) } },
      });
      expect(await bench.store.proposals.list(TEAM)).toEqual([]);
      expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'info', fields: [field] }));
      expect(JSON.stringify(bench.logged)).not.toContain('secret');
    },
  );

  test('a form that arrives twice is kept once', async () => {
    await openFromHome();
    const filled = { text: 'A drone fell', source: 'https://example.org/' };
    const answers = [await forge(filled), await forge(filled)];
    expect(answers.map((answer) => 'body' in answer && answer.body)).toEqual([
      expect.objectContaining({ response_action: 'update' }),
      expect.objectContaining({ response_action: 'update' }),
    ]);
    expect(await bench.store.proposals.list(TEAM)).toHaveLength(1);
  });

  test('where the store fails, the form stays, and the log says what to do', async () => {
    await openFromHome();
    await bench.store.close();
    const outcome = await forge({ text: 'secret', source: 'https://example.org/' });
    expect(outcome).toMatchObject({ body: { errors: { text: expect.stringContaining('send it again in a minute') } } });
    expect(bench.logged).toContainEqual(expect.objectContaining({ code: 'closed', remedy: expect.any(String) }));
    expect(JSON.stringify(bench.logged)).not.toContain('secret');
  });

  test('where the bot may not post to the editors, the suggestion is kept and the log says why', async () => {
    await bench.slack.people.kick('U0BOB', 'C0NEWS');
    await openFromHome();
    await bench.slack.people.submit('U0ALICE', { kind: 'event', text: 'A drone', source: 'https://example.org/' });
    const line = await bench.logLine(({ level }) => level === 'error');
    expect(line).toMatchObject({ code: 'not_in_channel', remedy: expect.stringContaining('/invite') });
    expect(await bench.store.proposals.list(TEAM)).toMatchObject([{ posted: null }]);
  });
});

test('without an editors’ channel a suggestion is kept, and nothing is posted', async () => {
  const bench = await startBench('socket');
  await bench.slack.people.globalShortcut('U0ALICE', 'suggest');
  await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
  await bench.slack.people.submit('U0ALICE', { kind: 'event', text: 'A drone', source: 'https://example.org/' });
  await bench.app.stop();
  expect(await bench.store.proposals.list(TEAM)).toHaveLength(1);
  expect(bench.slack.journal.all('posted')).toEqual([]);
  await bench.stop();
});
