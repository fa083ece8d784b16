import type { App, ViewSubmitAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { afterEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { type BoltApp, startBolt } from '../support/bolt-app.ts';
import { startNewsroom } from '../support/local-newsroom.ts';
import { callRaw, clientFor } from '../support/local-slack-client.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { anOption, button, plain, select } from '../support/sample-blocks.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const input = (
  blockId: string,
  element: Extract<KnownBlock, { type: 'input' }>['element'],
  more: object = {},
): KnownBlock => ({
  type: 'input',
  block_id: blockId,
  label: plain('l'),
  element,
  ...more,
});

const FORM: ModalView = {
  type: 'modal',
  callback_id: 'form',
  private_metadata: 'kept',
  title: plain('Subscribe'),
  submit: plain('Save'),
  notify_on_close: true,
  blocks: [
    input('who', { type: 'plain_text_input', action_id: 'name', max_length: 5 }),
    input('what', select([anOption('x'), anOption('y')]), { optional: true }),
    input('when', { type: 'datepicker', action_id: 'day', initial_date: '2026-03-14' }),
    input(
      'which',
      { type: 'checkboxes', action_id: 'boxes', options: [anOption('x'), anOption('y')] },
      { optional: true },
    ),
    input('link', { type: 'url_text_input', action_id: 'url' }, { optional: true }),
    input('where', { type: 'channels_select', action_id: 'channel', response_url_enabled: true }, { optional: true }),
    { type: 'actions', block_id: 'more', elements: [button('more')] },
  ],
};
const NEXT: ModalView = { type: 'modal', title: plain('Next'), blocks: [{ type: 'divider' }] };

async function open(register: (app: App) => void = () => {}): Promise<{ slack: LocalSlack; bolt: BoltApp }> {
  const slack = await startNewsroom({ commands: ['/form'], scopes: ['chat:write'] });
  cleanups.push(() => slack.close());
  const bolt = await startBolt(slack, 'socket', (app) => {
    app.command('/form', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: FORM });
    });
    register(app);
  });
  cleanups.push(() => bolt.stop());
  const opened = slack.journal.until('call', ({ method }) => method === 'views.open');
  await slack.people.command('U0ALICE', 'C0NEWS', '/form', '');
  await opened;
  return { slack, bolt };
}

const modals = (slack: LocalSlack) => slack.people.screen('U0ALICE').modals;
const titles = (slack: LocalSlack) => modals(slack).map(({ view }) => view.title.text);

describe('a form that is sent off', () => {
  test('tells what every element holds, and closes', async () => {
    const { slack, bolt } = await open((app) => {
      app.view('form', async ({ ack }) => ack());
    });
    await slack.people.submit('U0ALICE', { name: 'Ann', s: 'y', boxes: ['x'], channel: 'C0NEWS' });
    const body = bolt.bodies.at(-1) as unknown as ViewSubmitAction;
    expect(body).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0ALICE' },
      view: { callback_id: 'form', private_metadata: 'kept' },
    });
    expect(body.view.state.values).toEqual({
      who: { name: { type: 'plain_text_input', value: 'Ann' } },
      what: { s: { type: 'static_select', selected_option: anOption('y') } },
      when: { day: { type: 'datepicker', selected_date: '2026-03-14' } },
      which: { boxes: { type: 'checkboxes', selected_options: [anOption('x')] } },
      link: { url: { type: 'url_text_input', value: null } },
      where: { channel: { type: 'channels_select', selected_channel: 'C0NEWS' } },
    });
    expect(body.response_urls).toMatchObject([{ block_id: 'where', action_id: 'channel', channel_id: 'C0NEWS' }]);
    expect(modals(slack)).toEqual([]);
  });

  test('stays where the client finds something missing or wrong', async () => {
    const { slack, bolt } = await open();
    await expect(slack.people.submit('U0ALICE')).rejects.toThrow('complete this required field');
    await expect(slack.people.submit('U0ALICE', { name: 'Annabel' })).rejects.toThrow('no more than 5 characters');
    await expect(slack.people.submit('U0ALICE', { name: 'Ann', url: 'nowhere' })).rejects.toThrow('valid URL');
    await expect(slack.people.submit('U0ALICE', { s: 'z' })).rejects.toThrow('offers no z');
    expect(modals(slack)[0]?.errors).toEqual({ link: 'Please enter a valid URL.' });
    expect(bolt.bodies).toHaveLength(1);
  });

  test('shows the errors that the app answers with', async () => {
    const { slack } = await open((app) => {
      app.view('form', async ({ ack }) => ack({ response_action: 'errors', errors: { who: 'Who is that?' } }));
    });
    await slack.people.submit('U0ALICE', { name: 'Ann' });
    expect(modals(slack)[0]?.errors).toEqual({ who: 'Who is that?' });
  });

  test.each([
    ['update', ['Next']],
    ['push', ['Subscribe', 'Next']],
  ] as const)('can be answered with %s', async (response_action, left) => {
    const { slack } = await open((app) => {
      app.view('form', async ({ ack }) => ack({ response_action, view: NEXT }));
    });
    await slack.people.submit('U0ALICE', { name: 'Ann' });
    expect(titles(slack)).toEqual(left);
  });

  test('can close everything', async () => {
    const { slack } = await open((app) => {
      app.view('form', async ({ ack }) => ack({ response_action: 'clear' }));
    });
    await slack.people.submit('U0ALICE', { name: 'Ann' });
    expect(modals(slack)).toEqual([]);
  });

  test('stays where the app answers with what Slack does not take', async () => {
    const { slack } = await open((app) => {
      const tooLong = { ...NEXT, title: plain('a'.repeat(25)) };
      app.view('form', async ({ ack }) => ack({ response_action: 'update', view: tooLong }));
    });
    await slack.people.submit('U0ALICE', { name: 'Ann' });
    const [refused] = slack.journal.all('refused');
    expect(refused?.messages).toContain('[ERROR] must be less than 25 characters [json-pointer:/view/title/text]');
    expect(titles(slack)).toEqual(['Subscribe']);
  });
});

test('a button in a modal tells the view, and what is filled in so far', async () => {
  const { slack, bolt } = await open((app) => {
    app.action('more', async ({ ack }) => ack());
  });
  await slack.people.choose('U0ALICE', 'modal', 'name', 'Ann');
  await slack.people.press('U0ALICE', 'modal', 'more');
  expect(bolt.bodies).toHaveLength(2);
  expect(bolt.bodies[1]).toMatchObject({
    type: 'block_actions',
    container: { type: 'view' },
    view: { state: { values: { who: { name: { value: 'Ann' } } } } },
    actions: [{ action_id: 'more', block_id: 'more' }],
  });
  expect(bolt.bodies[1]).not.toHaveProperty('response_url');
});

test('a modal that is closed is told, where it asks for that', async () => {
  const { slack, bolt } = await open((app) => {
    app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack());
  });
  await slack.people.closeModal('U0ALICE');
  expect(bolt.bodies.at(-1)).toMatchObject({ type: 'view_closed', is_cleared: false, view: { callback_id: 'form' } });
  expect(modals(slack)).toEqual([]);
});

describe('views', () => {
  async function trigger(clock = new ManualClock()) {
    const slack = await startNewsroom({ commands: ['/form'], scopes: [], homeTab: true }, clock);
    cleanups.push(() => slack.close());
    const triggers: string[] = [];
    const bolt = await startBolt(slack, 'http', (app) => {
      app.command('/form', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    });
    cleanups.push(() => bolt.stop());
    const next = async () => {
      await slack.people.command('U0ALICE', 'C0NEWS', '/form', '');
      return triggers.at(-1)!;
    };
    return { slack, clock, next, client: clientFor(slack) };
  }

  test('a trigger is good once, for three seconds', async () => {
    const { slack, clock, next } = await trigger();
    const first = await next();
    expect(await callRaw(slack, 'views.open', { trigger_id: first, view: NEXT })).toMatchObject({ ok: true });
    expect(await callRaw(slack, 'views.open', { trigger_id: first, view: NEXT })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const second = await next();
    clock.advance(3001);
    expect(await callRaw(slack, 'views.open', { trigger_id: second, view: NEXT })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  test('are refused with what is wrong in them', async () => {
    const { slack, next } = await trigger();
    const view = {
      type: 'modal',
      title: plain('a'.repeat(25)),
      private_metadata: 'a'.repeat(3001),
      blocks: [input('b', select([]))],
    };
    const answer = await callRaw(slack, 'views.open', { trigger_id: await next(), view });
    expect(answer).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          '[ERROR] failed to match all allowed schemas [json-pointer:/view]',
          '[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]',
          '[ERROR] failed to match all allowed schemas [json-pointer:/view/title]',
          '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
          '[ERROR] missing required field: submit [json-pointer:/view]',
          '[ERROR] no fewer than 1 items allowed [json-pointer:/view/blocks/0/element/options]',
        ],
      },
    });
  });

  test('can be pushed three deep', async () => {
    const { client, next, slack } = await trigger();
    await expect(client.views.push({ trigger_id: await next(), view: NEXT })).rejects.toThrow('not_found');
    await client.views.open({ trigger_id: await next(), view: NEXT });
    await client.views.push({ trigger_id: await next(), view: NEXT });
    const { view } = await client.views.push({ trigger_id: await next(), view: NEXT });
    expect(view?.previous_view_id).not.toBe(view?.root_view_id);
    await expect(client.views.push({ trigger_id: await next(), view: NEXT })).rejects.toThrow('push_limit_reached');
    expect(titles(slack)).toHaveLength(3);
  });

  test('are updated by id or external id, and only as they were seen', async () => {
    const { client, next, slack } = await trigger();
    const { view } = await client.views.open({ trigger_id: await next(), view: { ...NEXT, external_id: 'mine' } });
    const changed = { ...NEXT, title: plain('Changed'), external_id: 'mine' };
    const update = client.views.update({ view_id: view!.id!, hash: view!.hash!, view: changed });
    expect((await update).view?.hash).not.toBe(view?.hash);
    const late = client.views.update({ external_id: 'mine', hash: view!.hash!, view: NEXT });
    await expect(late).rejects.toThrow('hash_conflict');
    await client.views.update({ external_id: 'mine', view: changed });
    expect(titles(slack)).toEqual(['Changed']);
    const again = client.views.publish({ user_id: 'U0BOB', view: { type: 'home', blocks: [], external_id: 'mine' } });
    await expect(again).rejects.toThrow('duplicate_external_id');
  });

  test('a Home tab is published for a person, and only as it was seen', async () => {
    const { client } = await trigger();
    const view = { type: 'home' as const, blocks: [] };
    const first = await client.views.publish({ user_id: 'U0ALICE', view });
    await client.views.publish({ user_id: 'U0ALICE', view, hash: first.view!.hash! });
    const late = client.views.publish({ user_id: 'U0ALICE', view, hash: first.view!.hash! });
    await expect(late).rejects.toThrow('hash_conflict');
  });

  test('may weigh 250 kB', async () => {
    const { client, next } = await trigger();
    const blocks = Array.from({ length: 100 }, () => ({ type: 'section' as const, text: plain('a'.repeat(2600)) }));
    await expect(client.views.open({ trigger_id: await next(), view: { ...NEXT, blocks } })).rejects.toThrow(
      'view_too_large',
    );
  });
});
