import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_IN_CHANNEL, MOST_IN_WORKSPACE } from '../../../src/slack/subscriptions/limits.ts';
import { desk } from '../../support/desk.ts';
import { startDesk } from '../../support/desk-bench.ts';
import { NEWSROOM } from '../../support/local-newsroom.ts';
import { type BenchOptions, MODES, NOW, type SlackBench, startBench } from '../../support/slack-bench.ts';
import { anOrder, kept, previews, subscribed, TEAM, typed } from '../../support/subscriptions-bench.ts';

/** Opened before the tests begin, since it takes its time. */
const record = desk();
const WEEKDAYS = 'subscribe digest daily 08:30 Europe/London weekdays';

describe.each(MODES)('/dateline subscribe over %s', (mode) => {
  let bench: SlackBench;
  const start = async (options: BenchOptions = {}) => {
    bench = await startDesk(mode, options);
  };
  afterEach(() => bench.stop());

  describe('in a channel', () => {
    beforeEach(() => start());

    test('it is previewed to the asker alone, kept, and confirmed with its next runs on both clocks', async () => {
      const said = await typed(bench, WEEKDAYS);
      expect(said.ephemeralTo).toBe('U0ALICE');
      expect(said.text).toContain('Set up in <#C0NEWS>: On this day, each weekday at 08:30 (Europe/London).');
      expect(said.text).toContain('• Mon 16 March 2026, 08:30 (for you: 04:30)');
      expect(said.text).toContain('• Wed 18 March 2026, 08:30');
      expect(said.text).toContain('`/dateline subscriptions`');
      const [preview] = previews(bench);
      expect(preview).toMatchObject({ channel: 'C0NEWS', ephemeralTo: 'U0ALICE' });
      expect(preview?.text).toContain('Second barrage in three days hits Camp Taji');
      expect(await kept(bench)).toMatchObject([
        {
          team: TEAM,
          channel: 'C0NEWS',
          user: 'U0ALICE',
          order: anOrder(),
          nextRunAt: new Date('2026-03-16T08:30:00Z'),
          createdAt: NOW,
        },
      ]);
    });

    test('the same order again is not made twice, whoever types it; another one is', async () => {
      await typed(bench, WEEKDAYS);
      const again = await typed(bench, 'subscribe digest weekdays 8:30 europe/london', { user: 'U0BOB' });
      expect(again.text).toContain('That is set up in <#C0NEWS> already, so nothing was changed');
      expect(await kept(bench)).toHaveLength(1);
      await typed(bench, 'subscribe digest weekdays 9:30 europe/london');
      expect(await kept(bench)).toHaveLength(2);
    });

    test('ordered by two at once, it is made once', async () => {
      await Promise.all([typed(bench, WEEKDAYS), typed(bench, WEEKDAYS, { user: 'U0BOB' })]);
      await bench.app.stop();
      expect(await kept(bench)).toHaveLength(1);
      const said = bench.slack.journal.all('posted').map(({ message }) => message.text.split(':')[0]);
      expect(said).toContain('Set up in <#C0NEWS>');
      expect(said).toContain('That is set up in <#C0NEWS> already, so nothing was changed');
    });

    test('while another process is at it, it waits for nobody; a process that died is waited for a while', async () => {
      const until = new Date(NOW.getTime() + 15_000);
      await bench.store.seenDeliveries.claim(`subscribing:${TEAM}`, { now: NOW, until });
      expect((await typed(bench, WEEKDAYS)).text).toContain('nothing was set up for you. Try again.');
      expect(await kept(bench)).toEqual([]);
      bench.advance(15_000);
      expect((await typed(bench, WEEKDAYS)).text).toContain('Set up');
    });

    test.each([
      ['25:30 Europe/London', 'There is no time “25:30”'],
      ['08:30 Europe/Londn', 'There is no time zone “Europe/Londn”'],
      ['08:30 EST', 'America/New'],
      ['08:30 UTC+2', 'Europe/London or Asia/Baghdad'],
      ['08:30', 'The time zone is missing'],
      ['Europe/London', 'The time is missing'],
      ['cron "0 0 30 2 *" UTC', 'no year has such a day'],
      ['cron "* * * * * *" UTC', 'Leave out the seconds'],
      ['cron "* * * * *" UTC', 'comes due more than once on a day'],
      ['cron "0 99 * * *" UTC', 'cannot be read'],
      ['08:30 UTC place:Atlantis', 'The record knows no place “Atlantis”'],
      ['08:30 UTC daily except sundays', 'is not understood'],
    ])('“digest %s” is told what is wrong, and nothing is kept', async (order, problem) => {
      const said = await typed(bench, `subscribe digest ${order}`);
      expect(said.text).toContain('nothing was set up');
      expect(said.text).toContain(problem);
      expect(said.text).toContain('`/dateline subscribe digest daily 08:30 Europe/London weekdays`');
      expect(said.ephemeralTo).toBe('U0ALICE');
      expect(previews(bench)).toEqual([]);
      expect(await kept(bench)).toEqual([]);
    });

    test('every problem is told at once', async () => {
      const { text } = await typed(bench, 'subscribe digest 25:30 Europe/Londn place:Atlantis');
      expect(text).toMatch(/25:30[\s\S]*Europe\/Londn[\s\S]*Atlantis/);
    });

    test('without words, it says how to order, in words that can be copied', async () => {
      const said = await typed(bench, 'subscribe');
      expect(said.text).toContain('`week-ahead monday 7:00 America/New_York`');
      expect(said.text).toContain('`digest cron "30 8 * * 1-5" London`');
      expect(await kept(bench)).toEqual([]);
    });

    test('an order that was copied from a message is read, its look-alikes as what they stand for', async () => {
      await typed(bench, 'subscribe digest cron "30 8 ∗ ∗ 1-5" AmericaˍNew/York');
      expect(await kept(bench)).toEqual([]);
      await typed(bench, 'subscribe digest cron “30 8 ∗ ∗ 1-5” America/NewˍYork');
      expect(await kept(bench)).toMatchObject([
        { order: { schedule: { cron: '30 8 * * 1-5', timeZone: 'America/New_York' } } },
      ]);
    });

    test('what a person types stays text', async () => {
      const said = await typed(bench, 'subscribe digest <!channel> *bold* <@U0BOB> 08:30 UTC');
      expect(JSON.stringify(said.blocks)).not.toMatch(/<!channel>|<@U0BOB>|\*bold\*/);
      expect(said.text).not.toMatch(/<!channel>|<@U0BOB>|\*bold\*/);
      expect(await kept(bench)).toEqual([]);
    });
  });

  describe('where the bot cannot post', () => {
    test('it is not in the channel: it says how to invite it, and keeps nothing', async () => {
      await start();
      const said = await typed(bench, WEEKDAYS, { channel: 'C0QUIET' });
      expect(said.text).toContain('/invite @Dateline');
      expect(await kept(bench)).toEqual([]);
      await bench.slack.people.invite('U0ALICE', 'C0QUIET');
      await typed(bench, WEEKDAYS, { channel: 'C0QUIET' });
      expect(await kept(bench)).toMatchObject([{ channel: 'C0QUIET' }]);
    });

    test('two people write to each other: nothing can be posted there', async () => {
      await start({
        workspace: {
          ...NEWSROOM,
          channels: [
            ...NEWSROOM.channels,
            { id: 'D0BOTHOFUS', name: 'x', private: true, members: ['U0ALICE', 'U0BOB'] },
          ],
        },
      });
      const said = await typed(bench, WEEKDAYS, { channel: 'D0BOTHOFUS' });
      expect(said.text).toContain('I am not in that conversation');
      expect(await kept(bench)).toEqual([]);
    });

    test('Slack fails otherwise: it says so, logs why, and keeps nothing', async () => {
      await start();
      bench.slack.faults.refuse('chat.postEphemeral', 'fatal_error');
      const said = await typed(bench, WEEKDAYS);
      expect(said.text).toContain('nothing was changed. Try again in a minute');
      expect(await kept(bench)).toEqual([]);
      expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'error', code: 'fatal_error' }));
    });
  });

  test('in the direct message it is posted there, and is its person’s', async () => {
    await start();
    const said = await typed(bench, WEEKDAYS, { channel: 'D0ALICE' });
    expect(said.text).toContain('Set up in your direct message with me');
    expect(previews(bench)).toMatchObject([{ channel: 'D0ALICE' }]);
    expect(await kept(bench)).toMatchObject([{ channel: 'D0ALICE', user: 'U0ALICE' }]);
  });

  test('where profiles may not be read, the asker’s own clock is left out', async () => {
    bench = await startBench(
      mode,
      { scopes: ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'] },
      { dateline: record },
    );
    const said = await typed(bench, WEEKDAYS);
    expect(said.text).toContain('• Mon 16 March 2026, 08:30\n');
    expect(said.text).not.toContain('for you');
  });

  describe('there may not be more than so many', () => {
    beforeEach(() => start());
    const many = (count: number, channel: (index: number) => string) =>
      Promise.all(
        Array.from({ length: count }, (_, index) =>
          subscribed(bench, {
            channel: channel(index),
            order: anOrder({ schedule: { cron: `${index % 60} ${Math.floor(index / 60)} * * *`, timeZone: 'UTC' } }),
          }),
        ),
      );

    test('in a channel', async () => {
      await many(MOST_IN_CHANNEL - 1, () => 'C0NEWS');
      expect((await typed(bench, WEEKDAYS)).text).toContain('Set up');
      const said = await typed(bench, 'subscribe reminders 09:00 UTC');
      expect(said.text).toContain(`This channel has ${MOST_IN_CHANNEL} digests`);
      expect(await kept(bench)).toHaveLength(MOST_IN_CHANNEL);
      expect((await typed(bench, WEEKDAYS, { channel: 'D0ALICE' })).text).toContain('Set up');
    });

    test('in a workspace', async () => {
      await many(MOST_IN_WORKSPACE, (index) => `C0OTHER${index % 100}`);
      await subscribed(bench, { team: 'T0ELSEWHERE' });
      const said = await typed(bench, WEEKDAYS);
      expect(said.text).toContain(`This workspace has ${MOST_IN_WORKSPACE} digests`);
      expect(await kept(bench)).toHaveLength(MOST_IN_WORKSPACE);
    });
  });

  describe('the digest for editors', () => {
    const EDITORS = 'subscribe editors weekdays 9:00 Europe/London';

    test('needs an editors’ channel', async () => {
      await start();
      expect((await typed(bench, EDITORS)).text).toContain('there is none. Whoever runs Dateline can name one');
      expect(await kept(bench)).toEqual([]);
    });

    test('is for that channel and for editors alone', async () => {
      await start({ editors: { channel: 'C0NEWS', people: ['U0BOB'] } });
      expect((await typed(bench, EDITORS)).text).toContain('you are not among them');
      for (const channel of ['D0BOB', 'C0QUIET']) {
        const said = await typed(bench, EDITORS, { user: 'U0BOB', channel });
        expect(said.text).toContain('in the editors’ channel alone');
      }
      expect(previews(bench)).toEqual([]);
      expect(await kept(bench)).toEqual([]);
      await typed(bench, EDITORS, { user: 'U0BOB' });
      expect(await kept(bench)).toMatchObject([{ order: { digest: 'editors' } }]);
    });

    test('is for whoever is in that channel where no editors are named', async () => {
      await start({ editors: { channel: 'C0NEWS', people: [] } });
      await typed(bench, EDITORS);
      expect(await kept(bench)).toMatchObject([{ order: { digest: 'editors' } }]);
    });
  });
});
