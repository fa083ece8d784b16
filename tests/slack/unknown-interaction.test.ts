import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button } from '../../src/render/parts.ts';
import { NEWSROOM } from '../support/local-newsroom.ts';
import { clientFor } from '../support/local-slack-client.ts';
import { MODES, type SlackBench, startBench } from '../support/slack-bench.ts';

describe.each(MODES)('over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startBench(mode, {
      commands: ['/dateline', '/older'],
      shortcuts: [
        { type: 'message', callbackId: 'older_check' },
        { type: 'global', callbackId: 'older_suggest' },
        { type: 'global', callbackId: 'suggest' },
      ],
    });
  });
  afterEach(() => bench.stop());

  const GONE = expect.stringContaining('I do not know it');
  const told = async () => {
    const [posted] = await bench.slack.journal.until('posted', ({ message }) => message.ephemeralTo !== undefined);
    return posted?.message;
  };
  const opened = async (times = 1) => {
    const methods = ['views.open', 'views.push'];
    await bench.slack.journal.until('call', ({ method }) => methods.includes(method), times);
    return JSON.stringify(bench.slack.people.screen('U0ALICE').modals.at(-1)?.view.blocks);
  };
  const logged = (fields: object) =>
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'warn', ...fields }));

  test('a button of an earlier version is answered privately, and logged by its id', async () => {
    const blocks = [{ type: 'actions' as const, elements: [button('older_button', 'Press me', 'secret')] }];
    await clientFor(bench.slack).chat.postMessage({ channel: 'C0NEWS', text: 'Old', blocks });
    const old = bench.slack.workspace.messages.find(({ text }) => text === 'Old')!;
    const { status } = await bench.slack.people.press('U0ALICE', old, 'older_button');
    expect(status).toBe(200);
    expect(await told()).toMatchObject({ ephemeralTo: 'U0ALICE', text: GONE });
    logged({ interaction: 'block_actions', id: 'older_button' });
    expect(JSON.stringify(bench.logged)).not.toContain('secret');
  });

  test('an id that holds a token or words is blotted out in the log', async () => {
    const outcome = await bench.forge({
      type: 'block_actions',
      team: { id: NEWSROOM.id, domain: 'newsdesk' },
      user: { id: 'U0ALICE', name: 'alice', team_id: NEWSROOM.id },
      api_app_id: 'A0LOCAL',
      token: 'x',
      container: { type: 'view', view_id: 'V1' },
      actions: [
        { type: 'button', action_id: 'xoxb-1-local the secret words', block_id: 'b', value: 'x', action_ts: '1.2' },
      ],
    });
    expect(outcome).toMatchObject({ taken: true });
    logged({ interaction: 'block_actions' });
    expect(JSON.stringify(bench.logged)).not.toMatch(/xoxb-1-local|the secret words/);
  });

  test('a form of an earlier version is replaced by an explanation', async () => {
    const outcome = await bench.forge({
      type: 'view_submission',
      team: { id: NEWSROOM.id, domain: 'newsdesk' },
      user: { id: 'U0ALICE', name: 'alice', team_id: NEWSROOM.id },
      api_app_id: 'A0LOCAL',
      token: 'x',
      trigger_id: '1.2.3',
      view: { type: 'modal', id: 'V1', callback_id: 'older_form', state: { values: {} }, blocks: [] },
    });
    expect(outcome).toMatchObject({ body: { response_action: 'update', view: { type: 'modal' } } });
    logged({ interaction: 'view_submission', id: 'older_form' });
  });

  test('so are shortcuts and commands', async () => {
    await bench.slack.people.globalShortcut('U0ALICE', 'older_suggest');
    expect(await opened()).toContain('I do not know it');
    logged({ interaction: 'shortcut', id: 'older_suggest' });
    const said = await bench.slack.people.say('U0BOB', 'C0NEWS', 'hello');
    await bench.slack.people.messageShortcut('U0ALICE', said, 'older_check');
    expect(await told()).toMatchObject({ text: GONE });
    logged({ interaction: 'message_action', id: 'older_check' });
    await bench.slack.people.command('U0ALICE', 'C0NEWS', '/older', 'x');
    const texts = bench.slack.workspace.messages.filter(({ ephemeralTo }) => ephemeralTo).map(({ text }) => text);
    expect(texts).toEqual([GONE, GONE]);
    logged({ interaction: 'command', id: '/older' });
  });

  test('what a listener takes is left to it', async () => {
    await bench.slack.people.globalShortcut('U0ALICE', 'suggest');
    expect(await opened()).toContain('What is it?');
    await bench.app.stop();
    expect(bench.logged.filter(({ level }) => level === 'warn')).toEqual([]);
    expect(bench.slack.journal.all('call', ({ method }) => method === 'views.open')).toHaveLength(1);
  });
});
