import { describe, expect, test } from 'vitest';
import { FERRIES } from '../support/broken-timeline.ts';
import { run } from '../support/captured-console.ts';

const digest = (...args: string[]) => run('digest', '--data', FERRIES, ...args);

describe('dateline digest', () => {
  test('prints the digest of a day as text', async () => {
    const { status, out, errors } = await digest('--on', '2026-03-05');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(out).toContain('On this day, 5 March\n');
    expect(out).toContain(
      '• Milestone, 10 years since: Ferry Osprey hits a barge in Kestrel Sound (5 March 2016) [1][2]',
    );
    expect(out).toContain('1 Brunsvik Courier, 6 March 2016');
  });

  test('tells of as many days as are asked for', async () => {
    const { out } = await digest('--on', '2026-03-01', '--days', '7');
    expect(out).toContain('On these days, 1 to 7 March\n\nThursday 5 March\n');
  });

  test('prints one line of JSON', async () => {
    const { lines } = await digest('--on', '2026-01-26', '--kind', 'week-ahead', '--json');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      kind: 'week-ahead',
      title: 'The week ahead, 26 January to 1 February 2026',
      days: { first: '2026-01-26', last: '2026-02-01' },
      empty: false,
    });
  });

  test('begins today in the time zone', async () => {
    const { lines } = await digest('--tz', 'Pacific/Kiritimati', '--json');
    const today = Temporal.Now.plainDateISO('Pacific/Kiritimati').toString();
    expect([today, Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()]).toContain(
      JSON.parse(lines[0]!).days.first,
    );
  });

  test('says that nothing falls on a day', async () => {
    expect((await digest('--on', '2026-04-01')).out).toBe(
      'On this day, 1 April\n\nNothing in the record falls on 1 April.\n',
    );
  });

  test('filters by place, actor, kind and milestones', async () => {
    const year = ['--on', '2026-01-01', '--days', '365', '--json'];
    const told = async (...args: string[]) => {
      const { sections } = JSON.parse((await digest(...year, ...args)).lines[0]!);
      const lines = sections.filter(({ heading }: { heading: string }) => heading !== 'Coming up');
      return new Set(lines.flatMap((each: { lines: { event: string }[] }) => each.lines.map(({ event }) => event)));
    };
    expect(await told('--place', 'kestrel-sound')).toEqual(
      new Set(['2012-03-05-collision-in-kestrel-sound', '2016-03-05-collision-in-kestrel-sound']),
    );
    expect(await told('--event-kind', 'inquiry')).toEqual(new Set(['1999-06-15-marigold-inquiry']));
    expect(await told('--actor', 'deckhands-union', '--milestones-only')).toContain('2016-05-09-deckhands-strike');
  });
});

describe('what cannot be', () => {
  test.each([
    ['a day that no calendar has', ['--on', '2026-02-30'], 'The calendar has no such day.'],
    ['a day in words', ['--on', '8 January'], 'Write a day as YYYY-MM-DD'],
    ['a zone that there is not', ['--tz', 'Mars/Base'], 'Write an IANA time zone'],
    ['no days', ['--days', '0'], 'Write a whole number from 1 to 366.'],
    ['days in words', ['--days', 'seven'], 'Write a whole number from 1 to 366.'],
    ['a kind that needs the store', ['--kind', 'editors'], 'Allowed choices are on-this-day'],
    ['a weight below nothing', ['--minimum-weight', '-1'], 'Write a whole number, 0 or more.'],
  ])('%s is typed wrong: status 2', async (_, args, sentence) => {
    const { status, out, errors } = await digest(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(errors).toContain(sentence);
  });

  test.each([
    ['a timeline', ['--timeline', 'trams'], 'There is no timeline "trams"'],
    [
      'a place',
      ['--place', 'atlantis'],
      'No event of the record has the place "atlantis". Write an id of places.yaml.',
    ],
    ['an actor', ['--actor', 'nobody'], 'No event of the record has the actor "nobody". Write an id of actors.yaml.'],
  ])('%s that the record does not have: status 1', async (_, args, sentence) => {
    const { status, out, errors } = await digest(...args);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(errors).toContain(sentence);
  });
});
