import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Message } from '../../../src/local-slack/state/message.ts';
import { button } from '../../../src/render/parts.ts';
import { record } from '../../support/desk.ts';
import { NEWSROOM } from '../../support/local-newsroom.ts';
import { clientFor } from '../../support/local-slack-client.ts';
import { MODES, type SlackBench, startBench } from '../../support/slack-bench.ts';

const EVENT = '2020-01-08-operation-martyr-soleimani';
const TEAM = NEWSROOM.id;

describe.each(MODES)('over %s', (mode) => {
  let bench: SlackBench;
  const start = async (people: string[], options: Parameters<typeof startBench>[1] = {}) => {
    bench = await startBench(mode, options, { editors: { channel: 'C0NEWS', people } });
    bench.dateline.events = () => record().flatMap(({ events }) => events);
    await bench.slack.people.globalShortcut('U0ALICE', 'suggest');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.open');
    await bench.slack.people.submit('U0ALICE', {
      kind: 'correction',
      event: EVENT,
      text: 'The day is wrong',
      date: '7 January 2020',
      source: 'https://example.org/page',
    });
    const [posted] = await bench.slack.journal.until('posted', ({ message }) => message.channel === 'C0NEWS');
    return posted!.message;
  };
  afterEach(() => bench.stop());

  const state = async () => (await bench.store.proposals.list(TEAM))[0]?.state;
  const standing = (message: Message) => JSON.stringify(bench.slack.workspace.find('C0NEWS', message.ts)?.blocks);
  const toldTo = (user: string) =>
    bench.slack.workspace.messages.filter(({ ephemeralTo }) => ephemeralTo === user).map(({ text }) => text);
  const direct = (user: string) => bench.slack.workspace.messages.filter(({ channel }) => channel === user);

  test('an editor accepts: the message says so, the suggester hears of it, the YAML can be downloaded', async () => {
    const message = await start(['U0BOB']);
    await bench.slack.people.press('U0BOB', message, 'proposal_accept');
    await bench.slack.journal.until('posted', (entry) => entry.message.files !== undefined);
    await bench.app.stop();
    expect(await state()).toBe('accepted');
    expect(standing(message)).toContain('Accepted by <@U0BOB> on 14 March 2026.');
    expect(standing(message)).not.toContain('proposal_accept');
    expect(direct('D0ALICE').at(-1)?.text).toContain('The editors accepted your suggestion');
    const [shared] = bench.slack.workspace.messages.filter(({ files }) => files !== undefined);
    expect(shared).toMatchObject({ channel: 'C0NEWS', thread_ts: message.ts });
    const { name, url_private_download: address } = shared!.files![0] as Record<string, string>;
    expect(name).toBe(`${EVENT}.correction.yaml`);
    const response = await fetch(address!, { headers: { authorization: 'Bearer xoxb-1-local' } });
    expect(parse(await response.text())).toMatchObject({ id: EVENT, date: '2020-01-07' });
  });

  test('without the scope for files, the YAML is posted as text', async () => {
    const message = await start(['U0BOB'], { scopes: ['chat:write', 'commands', 'im:history', 'app_mentions:read'] });
    await bench.slack.people.press('U0BOB', message, 'proposal_accept');
    const [posted] = await bench.slack.journal.until('posted', (entry) => entry.message.thread_ts === message.ts);
    expect(JSON.stringify(posted?.message.blocks)).toContain(`id: ${EVENT}`);
    expect(bench.logged).toContainEqual(
      expect.objectContaining({ code: 'missing_scope', remedy: expect.stringContaining('files:write') }),
    );
  });

  test('the YAML can be had again', async () => {
    const message = await start(['U0BOB']);
    await bench.slack.people.press('U0BOB', message, 'proposal_accept');
    await bench.slack.journal.until('posted', (entry) => entry.message.files !== undefined);
    await bench.slack.people.press('U0BOB', message, 'proposal_patch');
    const found = await bench.slack.journal.until('posted', (entry) => entry.message.files !== undefined, 2);
    expect(found).toHaveLength(2);
  });

  test('an editor declines: nothing is uploaded, the suggester hears of it', async () => {
    const message = await start([]);
    await bench.slack.people.press('U0BOB', message, 'proposal_decline');
    await bench.slack.journal.until('posted', (entry) => entry.message.channel === 'D0ALICE');
    await bench.app.stop();
    expect(await state()).toBe('declined');
    expect(standing(message)).toContain('Declined by <@U0BOB>');
    expect(bench.slack.journal.all('call', ({ method }) => method.startsWith('files.'))).toEqual([]);
  });

  test('who is no editor is refused privately, and logged without words', async () => {
    const message = await start(['U0BOB']);
    await bench.slack.people.press('U0ALICE', message, 'proposal_accept');
    await bench.slack.journal.until('posted', (entry) => entry.message.ephemeralTo === 'U0ALICE');
    await bench.app.stop();
    expect(await state()).toBe('open');
    expect(toldTo('U0ALICE')).toEqual([expect.stringContaining('Only editors may decide')]);
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'warn', user: 'U0ALICE' }));
    expect(JSON.stringify(bench.logged)).not.toContain('The day is wrong');
    expect(standing(message)).toContain('proposal_accept');
  });

  test('of two editors who press at once one decides, and the other is told who', async () => {
    const message = await start(['U0ALICE', 'U0BOB']);
    await Promise.all([
      bench.slack.people.press('U0BOB', message, 'proposal_accept'),
      bench.slack.people.press('U0ALICE', message, 'proposal_decline'),
    ]);
    await bench.slack.journal.until('posted', (entry) => entry.message.ephemeralTo !== undefined);
    await bench.app.stop();
    const [proposal] = await bench.store.proposals.list(TEAM);
    const { by } = proposal!.decided!;
    const loser = by === 'U0BOB' ? 'U0ALICE' : 'U0BOB';
    expect(toldTo(loser)).toEqual([expect.stringContaining(`Another editor was faster. `)]);
    expect(toldTo(loser)[0]).toContain(`by <@${by}>`);
    expect(toldTo(by)).toEqual([]);
    expect(standing(message)).toContain(`by <@${by}>`);
  });

  test('a suggestion that is not kept any more is said to be gone', async () => {
    await start([]);
    const blocks = [{ type: 'actions' as const, elements: [button('proposal_accept', 'Accept', 'nothing')] }];
    await clientFor(bench.slack).chat.postMessage({ channel: 'C0NEWS', text: 'Old', blocks });
    const old = bench.slack.workspace.messages.find(({ text }) => text === 'Old');
    await bench.slack.people.press('U0BOB', old!, 'proposal_accept');
    await bench.slack.journal.until('posted', (entry) => entry.message.ephemeralTo === 'U0BOB');
    expect(toldTo('U0BOB')).toEqual([expect.stringContaining('not kept any more')]);
    expect(await state()).toBe('open');
  });
});
