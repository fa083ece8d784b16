import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { occasionsOf } from '../../../src/calendar/occasions.ts';
import { timelineWith } from '../../support/dated-timeline.ts';
import { desk } from '../../support/desk.ts';
import { FakeDateline } from '../../support/fake-dateline.ts';
import { NEWSROOM } from '../../support/local-newsroom.ts';
import { MODES, type SlackBench, startBench } from '../../support/slack-bench.ts';

const ALICE = { team: NEWSROOM.id, user: 'U0ALICE' };
const withFerries = [
  ...new FakeDateline().coverage(),
  { timeline: 'ferries', title: 'Ferries', subject: 'ferries', from: '2001-01-01', to: '2009-12-31', events: 3 },
];
const real = desk();
const EXAMPLE = 'When did Iran strike Ain al-Asad?';

describe.each(MODES)('over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startBench(mode);
  });
  afterEach(() => bench.stop());

  const home = (user = 'U0ALICE') => JSON.stringify(bench.slack.people.screen(user).home?.blocks ?? []);

  test('whoever opens the Home tab sees what is covered, the day, and how to ask', async () => {
    // The bench's clock stands at 14 March 2026.
    bench.dateline.occasions = (span) => real.occasions(span);
    await bench.slack.people.openHome('U0ALICE');
    expect(home()).toContain('Strikes on bases');
    expect(home()).toContain('On this day, 14 March');
    expect(home()).toContain('*6 years since*: ');
    expect(home()).toContain('(14 March 2020)');
    expect(home()).not.toContain('14 March 2026');
    expect(home('U0BOB')).toBe('[]');
  });

  test('milestones come first, a stretch of days says so, and what may be any day of a year is left out', async () => {
    const timeline = timelineWith([
      { date: '2017-03-14', title: 'Nine years ago' },
      { date: '2016-03-14', title: 'Ten years ago' },
      { date: '2024-03-1X', title: 'In the middle of March' },
      { date: '2003', title: 'In some month' },
    ]);
    bench.dateline.occasions = (span) => occasionsOf(timeline, span);
    await bench.slack.people.openHome('U0ALICE');
    expect(home()).toContain(
      '*2 years since*, some time in 10–19 March 2026: In the middle of March (10–19 March 2024)',
    );
    expect(home()).toMatch(/Ten years ago.*Nine years ago/s);
    expect(home()).not.toContain('In some month');
  });

  test('the Messages tab draws no Home', async () => {
    await bench.slack.people.openMessages('U0ALICE');
    expect(bench.slack.journal.all('call', ({ method }) => method === 'views.publish')).toEqual([]);
  });

  test('an example is answered in the direct message, once', async () => {
    await bench.slack.people.openHome('U0ALICE');
    await bench.slack.people.press('U0ALICE', 'home', 'ask_from_home_1');
    const [posted] = await bench.slack.journal.until('posted');
    expect(posted?.message).toMatchObject({ channel: 'D0ALICE', metadata: { event_payload: { question: EXAMPLE } } });
    await bench.slack.journal.until('call', ({ method }) => method === 'views.publish', 2);
    await bench.app.stop();
    expect(home()).toContain('I answered “When did Iran strike Ain al-Asad?” in the Messages tab.');
    expect(bench.slack.journal.all('posted')).toHaveLength(1);
  });

  test('who presses faster than Dateline answers is told so on the tab', async () => {
    await bench.slack.people.openHome('U0ALICE');
    for (let press = 0; press < 21; press += 1) {
      await bench.slack.people.press('U0ALICE', 'home', 'ask_from_home_1');
      await bench.slack.journal.until('call', ({ method }) => method === 'views.publish', press + 2);
    }
    await bench.app.stop();
    expect(home()).toContain('That is a lot of questions at once.');
    expect(bench.slack.journal.all('posted')).toHaveLength(20);
  });

  test('a person chooses the timeline of their own questions, and takes it back', async () => {
    bench.dateline.coverage = () => withFerries;
    await bench.slack.people.openHome('U0ALICE');
    await bench.slack.people.choose('U0ALICE', 'home', 'choose_timeline', 'ferries');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.publish', 2);
    expect(await bench.store.userSettings.get(ALICE)).toMatchObject({ timeline: 'ferries' });
    await bench.slack.people.press('U0ALICE', 'home', 'ask_from_home_1');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.publish', 3);
    expect(bench.dateline.asked).toMatchObject([{ question: EXAMPLE, options: { timeline: 'ferries' } }]);
    await bench.slack.people.choose('U0ALICE', 'home', 'choose_timeline', '*');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.publish', 4);
    expect(await bench.store.userSettings.get(ALICE)).toMatchObject({ timeline: null });
    expect(await bench.store.userSettings.get({ ...ALICE, user: 'U0BOB' })).toMatchObject({ changedAt: null });
  });

  test('a timeline that is not loaded any more cannot be chosen', async () => {
    bench.dateline.coverage = () => withFerries;
    await bench.slack.people.openHome('U0ALICE');
    bench.dateline.coverage = () => withFerries.slice(0, 1);
    await bench.slack.people.choose('U0ALICE', 'home', 'choose_timeline', 'ferries');
    await bench.slack.journal.until('call', ({ method }) => method === 'views.publish', 2);
    expect(await bench.store.userSettings.get(ALICE)).toMatchObject({ changedAt: null });
    expect(home()).not.toContain('Ferries');
  });

  test('what the editors accepted is there to see', async () => {
    const { id } = await bench.store.proposals.add(
      {
        team: ALICE.team,
        channel: 'D0ALICE',
        user: 'U0ALICE',
        kind: 'event',
        event: null,
        text: 'A ferry sank',
        date: null,
        sourceUrl: null,
      },
      new Date('2026-03-01T00:00:00Z'),
    );
    const decision = { state: 'accepted', by: 'U0BOB', now: new Date('2026-03-02T00:00:00Z') } as const;
    await bench.store.proposals.decide({ team: ALICE.team, id }, decision);
    await bench.slack.people.openHome('U0ALICE');
    expect(home()).toContain('2 March 2026: a new event, A ferry sank');
  });
});
