import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PER_PAGE } from '../../../src/slack/subscriptions/list-view.ts';
import type { ClaimedDelivery } from '../../../src/store/outbox.ts';
import { desk } from '../../support/desk.ts';
import { startDesk } from '../../support/desk-bench.ts';
import { MODES, NOW, type SlackBench } from '../../support/slack-bench.ts';
import { anOrder, kept, now, subscribed, TEAM, type Typist, typed } from '../../support/subscriptions-bench.ts';

/** Opened before the tests begin, since it takes its time. */
desk();

const DAY = 24 * 60 * 60_000;
const at = (cron: string) => anOrder({ schedule: { cron, timeZone: 'Europe/London' } });
const REMINDERS = anOrder({
  digest: 'reminders',
  schedule: { cron: '0 9 * * *', timeZone: 'Asia/Baghdad' },
  leads: ['P14D'],
});

describe.each(MODES)('the list of digests over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startDesk(mode, { editors: { people: [] } });
  });
  afterEach(() => bench.stop());

  const make = (index: number, overrides: Parameters<typeof subscribed>[1] = {}) =>
    subscribed(bench, { createdAt: new Date(NOW.getTime() - DAY + index * 1000), ...overrides });

  /** Presses a button, or chooses a day, in the list, and gives the list as it stands then. */
  async function press(list: { channel: string; ts: string }, action: string, day?: string, user = 'U0ALICE') {
    const { journal, people, workspace } = bench.slack;
    const message = workspace.find(list.channel, list.ts)!;
    const shows = ({ message: { ts } }: { message: { ts: string } }) => ts === list.ts;
    const before = journal.all('posted', shows).length;
    if (day === undefined) await people.press(user, message, action);
    else await people.choose(user, message, action, day);
    await journal.until('posted', shows, before + 1);
    return now(bench, message);
  }

  async function pause(reason: string) {
    const [subscription] = await kept(bench);
    await bench.store.outbox.owe(
      {
        subscription: { team: TEAM, id: subscription!.id },
        expected: subscription!.nextRunAt!,
        runs: [{ at: subscription!.nextRunAt!, outcome: 'owed' }],
        nextRunAt: new Date('2026-03-17T08:30:00Z'),
        delivery: { key: 'k', team: TEAM, channel: 'C0NEWS', subscription: subscription!.id, message: {} },
      },
      NOW,
    );
    const farthest = new Date(NOW.getTime() + DAY);
    const [claim] = await bench.store.outbox.claim({
      holder: 'h',
      besides: [],
      now: NOW,
      leaseUntil: farthest,
      farthest,
      limit: 1,
    });
    await bench.store.outbox.pauseChannel(claim as ClaimedDelivery, { reason, now: NOW, notices: () => [] });
  }

  test('it shows what each posts, when it comes next, who made it, and how it stands', async () => {
    await make(0);
    await pause('Slack says: <!channel> not_in_channel');
    const second = await make(1, { user: 'U0BOB', order: REMINDERS });
    await bench.store.subscriptions.snooze({ team: TEAM, id: second.id }, new Date('2026-03-19T21:00:00Z'));
    await make(2, { team: 'T0ELSEWHERE' });
    await make(3, { channel: 'C0OTHER' });
    const said = await typed(bench, 'subscriptions');
    expect(said.ephemeralTo).toBe('U0ALICE');
    expect(said.text).toContain('2 digests in this channel:');
    expect(said.text).toContain(
      '*1.* On this day, each weekday at 08:30 (Europe/London)\npaused since Sat 14 March 2026',
    );
    expect(said.text).toContain('made by <@U0ALICE>');
    expect(said.text).toContain('*2.* Reminders of milestones');
    expect(said.text).toContain(
      'snoozed until Fri 20 March 2026 · next on Fri 20 March 2026, 09:00 · made by <@U0BOB>',
    );
    expect(said.text).not.toContain('<!channel>');
  });

  test('in the direct message it shows all that the person made, and where', async () => {
    await make(0);
    await make(1, { user: 'U0BOB' });
    await make(2, { channel: 'D0ALICE' });
    const said = await typed(bench, 'subscriptions', { channel: 'D0ALICE' });
    expect(said.text).toContain('2 digests that you set up:');
    expect(said.text).toContain('in <#C0NEWS>');
    expect((await typed(bench, 'subscriptions', { channel: 'D0BOB', user: 'U0BOB' })).text).toContain('1 digest that');
  });

  test('where there are none it says how to order one', async () => {
    expect((await typed(bench, 'subscriptions')).text).toContain('`/dateline subscribe digest');
  });

  test('a long list comes in pages', async () => {
    for (let index = 0; index < PER_PAGE + 2; index += 1) await make(index, { order: at(`${index} 8 * * *`) });
    const first = await typed(bench, 'subscriptions');
    expect(first.text).toContain(`*${PER_PAGE}.*`);
    expect(first.text).not.toContain(`*${PER_PAGE + 1}.*`);
    const second = await press(first, 'subscriptions_page_on');
    expect(second.text).toContain(`*${PER_PAGE + 2}.*`);
    expect(JSON.stringify(second.blocks)).toContain('Page 2 of 2');
    const after = await press(second, `subscription_end_${PER_PAGE + 2}`);
    expect(after.text).toContain(`*${PER_PAGE + 1}.*`);
    expect((await press(after, 'subscriptions_page_back')).text).toContain('*1.*');
  });

  test('an order of another version can be ended, and nothing else breaks', async () => {
    await make(0, { order: { digest: 'horoscope' } });
    const list = await typed(bench, 'subscriptions');
    expect(list.text).toContain('which this one cannot read');
    expect((await typed(bench, 'preview')).text).toContain('which this one cannot read');
    await press(list, 'subscription_end_1');
    expect(await kept(bench)).toEqual([]);
  });

  describe('its buttons', () => {
    test('snooze for a week and until a day, and end that', async () => {
      await make(0);
      const list = await typed(bench, 'subscriptions');
      const week = await press(list, 'subscription_snooze_week_1');
      expect(week.text).toContain('Snoozed until Sat 21 March 2026');
      expect(await kept(bench)).toMatchObject([{ snoozedUntil: new Date('2026-03-21T00:00:00Z') }]);
      await press(list, 'subscription_snooze_until_1', '2026-07-01');
      // London is an hour ahead then.
      expect(await kept(bench)).toMatchObject([{ snoozedUntil: new Date('2026-06-30T23:00:00Z') }]);
      const past = await press(list, 'subscription_snooze_until_1', '2026-03-14');
      expect(past.text).toContain('That day has come already');
      expect(await kept(bench)).toMatchObject([{ snoozedUntil: new Date('2026-06-30T23:00:00Z') }]);
      expect((await press(list, 'subscription_snooze_until_1', '2030-01-01')).text).toContain('more than a year');
      expect(await kept(bench)).toMatchObject([{ snoozedUntil: new Date('2026-06-30T23:00:00Z') }]);
      const awake = await press(list, 'subscription_unsnooze_1');
      expect(awake.text).toContain('Snoozed no longer');
      expect(await kept(bench)).toMatchObject([{ snoozedUntil: null }]);
    });

    test('unsubscribe asks first, and pressed twice says what is so', async () => {
      await make(0);
      await make(1, { order: REMINDERS });
      const list = await typed(bench, 'subscriptions');
      const stale = await typed(bench, 'subscriptions', { user: 'U0BOB' });
      expect(JSON.stringify(list.blocks)).toContain('"confirm":{"title"');
      const after = await press(list, 'subscription_end_1');
      expect(after.text).toMatch(/^Ended: On this day.*To have it again: \/dateline subscribe digest weekdays 08:30/);
      expect(after.text).toContain('*1.* Reminders');
      const late = await press(stale, 'subscription_end_1', undefined, 'U0BOB');
      expect(late.text).toContain('That digest is not there any more');
      expect(await kept(bench)).toMatchObject([{ order: { digest: 'reminders' } }]);
    });

    test('two who press at once end one digest', async () => {
      await make(0);
      const [mine, theirs] = [
        await typed(bench, 'subscriptions'),
        await typed(bench, 'subscriptions', { user: 'U0BOB' }),
      ];
      await Promise.all([
        bench.slack.people.press('U0ALICE', mine, 'subscription_end_1'),
        bench.slack.people.press('U0BOB', theirs, 'subscription_end_1'),
      ]);
      await bench.app.stop();
      const texts = [now(bench, mine).text, now(bench, theirs).text].map((text) => text.split(/[:,]/)[0]);
      expect(texts.sort()).toEqual(['Ended', 'That digest is not there any more']);
    });

    test('resume lets a paused one go on once the bot may post again', async () => {
      await make(0);
      await pause('I was removed');
      const { people } = bench.slack;
      await people.kick('U0ALICE', 'C0NEWS');
      const list = await typed(bench, 'subscriptions');
      const still = await press(list, 'subscription_resume_1');
      expect(still.text).toContain('It stays paused. I am not in that channel');
      expect(await kept(bench)).toMatchObject([{ paused: { reason: 'I was removed' } }]);
      await people.invite('U0ALICE', 'C0NEWS');
      bench.advance(5 * DAY);
      const on = await press(list, 'subscription_resume_1');
      expect(on.text).toContain('It goes on: On this day');
      expect(await kept(bench)).toMatchObject([{ paused: null, nextRunAt: new Date('2026-03-17T08:30:00Z') }]);
      expect((await typed(bench, 'resume 1')).text).toContain('It is not paused');
    });

    test('a button with the id of another team, or of another’s direct message, changes nothing', async () => {
      const mine = await make(0);
      const foreign = await make(1, { team: 'T0ELSEWHERE' });
      const others = await make(2, { user: 'U0BOB', channel: 'D0BOB' });
      const elsewhere = await make(3, { user: 'U0BOB', channel: 'C0OTHER' });
      const ids = [foreign.id, others.id, elsewhere.id, 'no-id', "' or 1=1 --"];
      for (const [id, does] of ids.flatMap((each) => [[each, 'end'] as const, [each, 'snooze_week'] as const])) {
        const list = await typed(bench, 'subscriptions');
        const shown = bench.slack.workspace.find(list.channel, list.ts)!;
        const blocks = JSON.parse(JSON.stringify(shown.blocks).replaceAll(mine.id, id));
        bench.slack.workspace.change(shown, { blocks });
        expect((await press(list, `subscription_${does}_1`)).text).toContain('That digest is not there any more');
      }
      expect(await bench.store.subscriptions.list('T0ELSEWHERE')).toMatchObject([{ snoozedUntil: null }]);
      expect(await kept(bench)).toMatchObject(Array(3).fill({ snoozedUntil: null }));
    });
  });
});

describe.each(MODES)('digests changed by command over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startDesk(mode);
    await subscribed(bench, { createdAt: new Date(NOW.getTime() - 2000) });
    await subscribed(bench, { createdAt: new Date(NOW.getTime() - 1000), user: 'U0BOB', order: REMINDERS });
  });
  afterEach(() => bench.stop());
  const type = (text: string, typist?: Typist) => typed(bench, text, typist);

  test.each([
    ['unsubscribe 3', 'There is no digest of that number. The numbers go from 1 to 2'],
    ['unsubscribe 0', 'There is no digest of that number'],
    ['unsubscribe', 'Say which, by its number'],
    ['unsubscribe the first', 'There is no digest of that number'],
    ['snooze 2', 'I cannot read for how long'],
    ['snooze 2 until 30 february', 'as one day'],
    ['snooze 2 until doomsday', 'as one day'],
    ['snooze 2 until 3 january 2020', 'has gone by'],
    ['snooze 2 until 2030-01-01', 'more than a year'],
    ['snooze 2 for 9999 weeks', 'more than a year'],
    ['snooze 2 for 0 days', 'no time at all'],
    ['snooze 2 off', 'It is not snoozed'],
    ['snooze 9 for 2 weeks', 'There is no digest of that number'],
    ['resume 2', 'It is not paused'],
    ['resume 7', 'There is no digest of that number'],
    ['preview 7', 'There is no digest of that number'],
  ])('“%s” says what is wrong and changes nothing', async (text, words) => {
    const before = await kept(bench);
    expect((await type(text)).text).toContain(words);
    expect(await kept(bench)).toEqual(before);
  });

  test.each([
    ['until 3 january', '2027-01-02T21:00:00Z'],
    ['until 3 Jan 2027', '2027-01-02T21:00:00Z'],
    ['until 2026-04-01', '2026-03-31T21:00:00Z'],
    ['for 2 weeks', '2026-03-27T21:00:00Z'],
    ['for a month', '2026-04-13T21:00:00Z'],
  ])('“snooze 2 %s” lets it rest, on the clock of its zone', async (length, until) => {
    expect((await type(`snooze 2 ${length}`)).text).toContain('Snoozed until');
    expect(await kept(bench)).toMatchObject([{ snoozedUntil: null }, { snoozedUntil: new Date(until) }]);
    expect((await type('snooze 2 off')).text).toContain('Snoozed no longer');
    expect(await kept(bench)).toMatchObject([{ snoozedUntil: null }, { snoozedUntil: null }]);
  });

  test('a member of the channel ends by its number what another set up', async () => {
    expect((await type('unsubscribe 2')).text).toMatch(/^Ended: Reminders/);
    expect(await kept(bench)).toMatchObject([{ user: 'U0ALICE' }]);
    expect((await type('unsubscribe', { user: 'U0BOB' })).text).toMatch(/^Ended: On this day/);
    expect(await kept(bench)).toEqual([]);
    expect((await type('unsubscribe 1')).text).toContain('There are no digests here');
  });

  test('“unsubscribe all” asks first, and spares what was made since', async () => {
    const asked = await type('unsubscribe all');
    expect(asked.text).toContain('That ends all 2 digests in this channel');
    expect(await kept(bench)).toHaveLength(2);
    const later = await subscribed(bench, { createdAt: new Date(NOW.getTime() + 1000), order: at('1 1 * * *') });
    const twin = await type('unsubscribe all', { user: 'U0BOB' });
    const end = async (user: string, message: typeof asked) => {
      const before = bench.slack.journal.all('posted').length;
      await bench.slack.people.press(user, message, 'subscriptions_end_all');
      await bench.slack.journal.until('posted', () => true, before + 1);
      return now(bench, message).text;
    };
    expect(await end('U0ALICE', asked)).toContain('Ended: 2 digests.');
    expect(await end('U0BOB', twin)).toContain('None of them is there any more');
    expect((await kept(bench)).map(({ id }) => id)).toEqual([later.id]);
  });

  test('preview shows to the asker alone what each would post today', async () => {
    const first = await type('preview');
    await bench.slack.journal.until('posted', () => true, 2);
    const shown = bench.slack.journal.all('posted').map(({ message }) => message);
    expect(first.text).toContain('1. On this day, each weekday at 08:30 (Europe/London): what it would post today.');
    expect(shown[0]?.text).toContain('Second barrage in three days hits Camp Taji');
    expect(shown[1]?.text).toContain('2. Reminders of milestones');
    expect(shown.map(({ ephemeralTo }) => ephemeralTo)).toEqual(['U0ALICE', 'U0ALICE']);
    expect((await type('preview 2')).text).toContain('2. Reminders');
  });

  test('with many, preview shows the first and counts the others', async () => {
    for (const minute of [1, 2, 3]) await subscribed(bench, { order: at(`${minute} 8 * * *`) });
    await type('preview');
    const posted = await bench.slack.journal.until('posted', () => true, 5);
    expect(posted.at(-1)?.message.text).toContain('… and 1 more: /dateline preview 5');
  });

  test('preview takes any order, with or without a time, and keeps nothing', async () => {
    const before = await kept(bench);
    const said = await type('preview digest place:Taji');
    expect(said.text).toContain('What such a digest would post today.');
    expect(said.text).toContain('Camp Taji');
    expect((await type('preview month 8:00')).text).toContain('February 2026');
    expect((await type('preview digest place:Atlantis')).text).toContain('The record knows no place “Atlantis”');
    expect((await type('preview tea')).text).toContain('is not understood');
    expect((await type('preview editors')).text).toContain('in the editors’ channel alone');
    expect(await kept(bench)).toEqual(before);
  });
});
