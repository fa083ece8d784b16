import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desk } from '../../support/desk.ts';
import { startDesk } from '../../support/desk-bench.ts';
import { type BenchOptions, MODES, NOW, type SlackBench, startBench } from '../../support/slack-bench.ts';
import { anOrder, kept, previews, subscribed, typed } from '../../support/subscriptions-bench.ts';

/** Opened before the tests begin, since it takes its time. */
const record = desk();

describe.each(MODES)('the form for a new digest over %s', (mode) => {
  let bench: SlackBench;
  afterEach(() => bench.stop());
  const start = async (options: BenchOptions = {}) => {
    bench = await startDesk(mode, options);
  };

  const opened = (count = 1) => bench.slack.journal.until('call', ({ method }) => method === 'views.open', count);
  const modal = (user = 'U0ALICE') => bench.slack.people.screen(user).modals.at(-1)!;
  const published = (count: number) =>
    bench.slack.journal.until('call', ({ method }) => method === 'views.publish', count);

  async function fromList(channel = 'C0NEWS', user = 'U0ALICE') {
    const list = await typed(bench, 'subscriptions', { channel, user });
    await bench.slack.people.press(user, list, 'new_digest');
    await opened();
    return modal(user).view;
  }

  const FILLED = { channel: 'C0NEWS', days: 'weekdays', time: '08:30', zone: 'Europe/London' };

  describe('under the list', () => {
    beforeEach(() => start());

    test('has the channel chosen and the person’s zone filled in', async () => {
      const { blocks } = await fromList();
      expect(blocks).toContainEqual(
        expect.objectContaining({ element: expect.objectContaining({ initial_conversation: 'C0NEWS' }) }),
      );
      expect(blocks).toContainEqual(
        expect.objectContaining({
          element: expect.objectContaining({ action_id: 'zone', initial_value: 'America/New_York' }),
        }),
      );
      expect(JSON.stringify(blocks)).not.toContain('For editors');
    });

    test('sent off as it is, sets up a digest as the command does', async () => {
      await fromList();
      await bench.slack.people.submit('U0ALICE');
      expect(JSON.stringify(modal().view.blocks)).toContain(
        'Set up in <#C0NEWS>: On this day, each weekday at 08:30 (America/NewˍYork).',
      );
      expect(previews(bench)).toMatchObject([{ channel: 'C0NEWS', ephemeralTo: 'U0ALICE' }]);
      expect(await kept(bench)).toMatchObject([
        {
          channel: 'C0NEWS',
          user: 'U0ALICE',
          order: { schedule: { cron: '30 8 * * 1-5', timeZone: 'America/New_York' } },
          createdAt: NOW,
          nextRunAt: new Date('2026-03-16T12:30:00Z'),
        },
      ]);
      const again = await typed(bench, 'subscribe digest weekdays 8:30 America/New_York');
      expect(again.text).toContain('already');
    });

    test('takes filters in the words of the command, and what is ticked', async () => {
      await fromList();
      await bench.slack.people.submit('U0ALICE', {
        ...FILLED,
        digest: 'reminders',
        days: 'first weekday',
        filters: 'place:Erbil leads:2w',
        extras: ['milestones', 'empty:say'],
      });
      expect(await kept(bench)).toMatchObject([
        {
          order: {
            digest: 'reminders',
            schedule: { cron: '30 8 1W * *', timeZone: 'Europe/London' },
            filter: { milestonesOnly: true, places: [expect.stringContaining('erbil')] },
            leads: ['P14D'],
            emptyDays: 'say',
          },
        },
      ]);
    });

    test('takes a cron expression in place of days and time', async () => {
      await fromList();
      await bench.slack.people.submit('U0ALICE', { ...FILLED, cron: '15 7 1,15 * *' });
      expect(await kept(bench)).toMatchObject([{ order: { schedule: { cron: '15 7 1,15 * *' } } }]);
    });

    test.each([
      [{ zone: 'Europe/Londn' }, 'zone', 'There is no time zone'],
      [{ zone: 'EST' }, 'zone', 'is an abbreviation'],
      [{ zone: 'UTC+2' }, 'zone', 'is an offset'],
      [{ zone: '"""' }, 'zone', 'The time zone is missing'],
      [{ cron: '* * * * *' }, 'cron', 'more than once on a day'],
      [{ cron: '* * * * * *' }, 'cron', 'Leave out the seconds'],
      [{ cron: '0 0 30 2 *' }, 'cron', 'no year has such a day'],
      [{ cron: '0 8 * * 1-5" UTC "' }, 'cron', 'fields, not five'],
      [{ filters: 'place:Atlantis' }, 'filters', 'The record knows no place “Atlantis”'],
      [{ filters: '09:00' }, 'filters', 'There is more than one time'],
      [{ filters: 'Europe/Paris' }, 'filters', 'more than one time zone'],
      [{ filters: 'tea "' }, 'filters', 'is not closed'],
      [{ digest: 'month-in-review', extras: ['milestones'] }, 'extras', 'Milestones are told in'],
      [{ channel: 'C0QUIET' }, 'channel', '/invite @Dateline'],
    ])('%j: the error stands beside its input, and nothing is kept', async (filled, block, words) => {
      await fromList();
      await bench.slack.people.submit('U0ALICE', { ...FILLED, ...filled });
      expect(modal().errors).toEqual({ [block]: expect.stringContaining(words) });
      expect(previews(bench)).toEqual([]);
      expect(await kept(bench)).toEqual([]);
    });

    test('a time that Slack’s clients would not send is refused too', async () => {
      const view = await fromList();
      const values = structuredClone(view.state.values);
      values.time = { time: { type: 'timepicker', selected_time: '25:61' } };
      const outcome = await bench.forge({
        type: 'view_submission',
        team: { id: 'T0NEWSDESK', domain: 'newsdesk' },
        user: { id: 'U0ALICE', name: 'alice', team_id: 'T0NEWSDESK' },
        api_app_id: 'A0LOCAL',
        token: 'x',
        trigger_id: '1.2.3',
        view: { ...view, state: { values } } as never,
      });
      expect(outcome).toMatchObject({
        body: { response_action: 'errors', errors: { time: expect.stringContaining('There is no time “25:61”') } },
      });
      expect(await kept(bench)).toEqual([]);
    });

    test('without a channel it is posted in the direct message', async () => {
      await fromList('D0ALICE');
      await bench.slack.people.submit('U0ALICE', { ...FILLED, channel: null });
      expect(await kept(bench)).toMatchObject([{ channel: 'D0ALICE', user: 'U0ALICE' }]);
      expect(previews(bench)).toMatchObject([{ channel: 'D0ALICE' }]);
      expect(JSON.stringify(modal().view.blocks)).toContain('Set up in your direct message with me');
    });

    test('a channel that the person is not in is refused', async () => {
      await fromList();
      await bench.slack.people.kick('U0BOB', 'C0NEWS', 'U0ALICE');
      await bench.slack.people.submit('U0ALICE', FILLED);
      expect(modal().errors).toEqual({ channel: expect.stringContaining('You are not in that channel') });
      expect(await kept(bench)).toEqual([]);
    });

    test('where Slack fails, the form stays with what was filled in', async () => {
      await fromList();
      bench.slack.faults.refuse('chat.postEphemeral', 'fatal_error');
      await bench.slack.people.submit('U0ALICE', FILLED);
      expect(modal().errors).toEqual({ channel: expect.stringContaining('Try again in a minute') });
      expect(await kept(bench)).toEqual([]);
      await bench.slack.people.submit('U0ALICE', FILLED);
      expect(await kept(bench)).toHaveLength(1);
    });
  });

  test('where profiles may not be read, the person fills the zone in', async () => {
    const scopes = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'];
    bench = await startBench(mode, { scopes }, { dateline: record });
    const { blocks } = await fromList();
    expect(JSON.stringify(blocks)).not.toContain('initial_value');
  });

  test('the digest for editors is offered to editors, and refused elsewhere than in their channel', async () => {
    await start({ editors: { channel: 'C0QUIET', people: ['U0BOB'] } });
    await fromList('C0NEWS', 'U0BOB');
    await bench.slack.people.submit('U0BOB', { ...FILLED, digest: 'editors' });
    expect(modal('U0BOB').errors).toEqual({ digest: expect.stringContaining('in the editors’ channel alone') });
    expect(await kept(bench)).toEqual([]);
  });

  describe('on the Home tab', () => {
    beforeEach(() => start());
    const home = () => JSON.stringify(bench.slack.people.screen('U0ALICE').home?.blocks ?? []);

    test('who has none is told so, and sees nobody else’s', async () => {
      await subscribed(bench, { user: 'U0BOB' });
      await bench.slack.people.openHome('U0ALICE');
      expect(home()).toContain('You have set up none yet');
      expect(home()).not.toContain('On this day, each weekday');
    });

    test('the form sets up a digest, which the tab then shows', async () => {
      await bench.slack.people.openHome('U0ALICE');
      await bench.slack.people.press('U0ALICE', 'home', 'home_new_digest');
      await opened();
      await bench.slack.people.submit('U0ALICE', FILLED);
      await published(2);
      await bench.app.stop();
      expect(home()).toContain(
        '*1.* On this day, each weekday at 08:30 (Europe/London)\\nnext on Mon 16 March 2026, 08:30',
      );
      expect(home()).toContain('in <#C0NEWS>');
    });

    test('its buttons snooze and end, and pressed late say what is so', async () => {
      const mine = await subscribed(bench);
      await bench.slack.people.openHome('U0ALICE');
      const stale = structuredClone(bench.slack.people.screen('U0ALICE').home!);
      await bench.slack.people.press('U0ALICE', 'home', 'home_subscription_snooze_week_1');
      await published(2);
      expect(await kept(bench)).toMatchObject([{ snoozedUntil: new Date('2026-03-21T00:00:00Z') }]);
      await bench.slack.people.choose('U0ALICE', 'home', 'home_subscription_snooze_until_1', '2026-05-01');
      await published(3);
      expect(await kept(bench)).toMatchObject([{ snoozedUntil: new Date('2026-04-30T23:00:00Z') }]);
      await bench.store.subscriptions.remove({ team: mine.team, id: mine.id });
      await bench.slack.people.press('U0ALICE', 'home', 'home_subscription_end_1');
      await published(4);
      await bench.app.stop();
      expect(home()).toContain('That digest is not there any more');
      expect(JSON.stringify(stale)).toContain(mine.id);
    });

    test('of many it shows the first and counts the others', async () => {
      for (let minute = 0; minute < 7; minute += 1)
        await subscribed(bench, { order: anOrder({ schedule: { cron: `${minute} 8 * * *`, timeZone: 'UTC' } }) });
      await bench.slack.people.openHome('U0ALICE');
      expect(home()).toContain('… and 2 more');
    });
  });
});
