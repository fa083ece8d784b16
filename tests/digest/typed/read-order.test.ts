import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSchedule } from '../../../src/calendar/read-schedule.ts';
import type { FilterSort } from '../../../src/digest/filter-names.ts';
import { parseOrder } from '../../../src/digest/order.ts';
import { OrderError } from '../../../src/digest/order-error.ts';
import { ORDER_HELP } from '../../../src/digest/typed/order-help.ts';
import { LONGEST_ORDER, readOrder } from '../../../src/digest/typed/read-order.ts';
import { writeOrder } from '../../../src/digest/typed/write-order.ts';
import { anyTyped, arbitraryOrder, readOrNothing } from '../../support/arbitrary-order.ts';
import { desk, record } from '../../support/desk.ts';
import { givenNames } from '../../support/given-names.ts';

const names = givenNames({
  timeline: { ferries: ['lake-ferries'] },
  place: { 'Kestrel Sound': ['kestrel-sound'], Harbour: ['north-harbour', 'south-harbour'], Osprey: ['osprey'] },
  actor: { "Sailors' Union": ['union'] },
  kind: { 'ferry sinking': ['sinking'] },
});

const read = (text: string) => readOrder(text, names);
const cronOf = (text: string) => read(`digest ${text} UTC`).schedule.cron;

/** The codes of everything that is wrong, in order. */
function wrong(text: string): string[] {
  try {
    readOrder(text, names);
  } catch (error) {
    if (error instanceof OrderError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

const nothing = { places: [], actors: [], kinds: [], milestonesOnly: false, minimumWeight: 0 };

describe('each digest is ordered in one line', () => {
  test.each([
    ['digest daily 08:30 Europe/London weekdays', 'on-this-day', '30 8 * * 1-5', 'Europe/London', []],
    ['week-ahead monday 7:00 America/New_York', 'week-ahead', '0 7 * * 1', 'America/New_York', ['P14D', 'P1M']],
    ['reminders 09:00 Europe/Paris 2w 1m', 'reminders', '0 9 * * *', 'Europe/Paris', ['P14D', 'P1M']],
    ['month 1st 08:00 Asia/Baghdad', 'month-in-review', '0 8 1 * *', 'Asia/Baghdad', []],
    ['changes friday 17:00 UTC', 'record-changes', '0 17 * * 5', 'UTC', []],
    ['editors weekdays 9:00 Europe/London', 'editors', '0 9 * * 1-5', 'Europe/London', []],
    ['digest cron "30 8 * * 1-5" Europe/London', 'on-this-day', '30 8 * * 1-5', 'Europe/London', []],
    ['digest cron 30 8 * * 1-5 Europe/London', 'on-this-day', '30 8 * * 1-5', 'Europe/London', []],
  ])('%s', (text, digest, cron, timeZone, leads) => {
    expect(read(text)).toEqual({ digest, schedule: { cron, timeZone }, filter: nothing, leads, emptyDays: 'silent' });
  });

  test.each(ORDER_HELP)('the help is right: $typed', ({ typed }) => {
    expect(read(typed).schedule.cron).toMatch(/^\d/);
  });

  test.each([
    ['digest', '* * *'],
    ['week-ahead', '* * 1'],
    ['reminders', '* * *'],
    ['month', '1 * *'],
    ['changes', '* * 5'],
    ['editors', '* * 1'],
  ])('%s comes on its usual days where none are named', (digest, days) => {
    expect(read(`${digest} 08:00 UTC`).schedule.cron).toBe(`0 8 ${days}`);
  });
});

test.each([
  ['08:30', '30 8'],
  ['8.30', '30 8'],
  ['8:30am', '30 8'],
  ['8.30 a.m.', '30 8'],
  ['8h30', '30 8'],
  ['17h', '0 17'],
  ['8pm', '0 20'],
  ['8 PM', '0 20'],
  ['12am', '0 0'],
  ['12:15 pm', '15 12'],
  ['noon', '0 12'],
  ['midnight', '0 0'],
  ['23:59', '59 23'],
])('the time %s', (typed, expected) => {
  expect(cronOf(typed)).toBe(`${expected} * * *`);
});

test.each([
  ['daily', '* * *'],
  ['every day', '* * *'],
  ['weekdays', '* * 1-5'],
  ['on weekends', '* * 0,6'],
  ['monday', '* * 1'],
  ['every Tuesday', '* * 2'],
  ['mon,wed,fri', '* * 1,3,5'],
  ['on mondays, wednesdays and fridays', '* * 1,3,5'],
  ['mon & thu', '* * 1,4'],
  ['mon-thu', '* * 1,2,3,4'],
  ['mon–fri', '* * 1-5'],
  ['from monday to friday', '* * 1-5'],
  ['fri-mon', '* * 0,1,5,6'],
  ['first monday', '* * 1#1'],
  ['the 1st monday of the month', '* * 1#1'],
  ['first and third tuesday of each month', '* * 2#1,2#3'],
  ['last friday', '* * 5#L'],
  ['1st', '1 * *'],
  ['on the 1st and 15th', '1,15 * *'],
  ['the first', '1 * *'],
  ['last day of the month', 'L * *'],
  ['first weekday', '1W * *'],
  ['last working day of every month', 'LW * *'],
  ['1st and mondays', '1 * 1'],
  ['1st,friday', '1 * 5'],
  ['1st friday', '* * 5#1'],
  ['monthly', '1 * *'],
  ['weekly', '* * 1'],
  ['weekly friday', '* * 5'],
  ['weekdays weekends', '* * *'],
])('the days “%s”', (typed, days) => {
  expect(cronOf(`08:00 ${typed}`)).toBe(`0 8 ${days}`);
});

test.each([
  ['Europe/London', 'Europe/London'],
  ['europe/london', 'Europe/London'],
  ['London', 'Europe/London'],
  ['new york', 'America/New_York'],
  ['America/New York', 'America/New_York'],
  ['Port-au-Prince', 'America/Port-au-Prince'],
  ['Kolkata', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['utc', 'UTC'],
  ['zone:London', 'Europe/London'],
  ['tz:"New York"', 'America/New_York'],
])('the zone %s', (typed, timeZone) => {
  expect(read(`digest 08:00 ${typed}`).schedule.timeZone).toBe(timeZone);
});

test.each([
  ['2w', ['P14D']],
  ['10 days', ['P10D']],
  ['two weeks and a month before', ['P14D', 'P1M']],
  ['1m, 2w, P14D', ['P14D', 'P1M']],
  ['leads:"two weeks",10d', ['P10D', 'P14D']],
  ['P2W P3M', ['P14D', 'P3M']],
  ['12m 366d', ['P12M', 'P366D']],
])('the leads “%s”', (typed, leads) => {
  expect(read(`reminders 08:00 UTC ${typed}`).leads).toEqual(leads);
});

describe('a filter', () => {
  test('names places, actors, kinds and a timeline, milestones, a weight, and what happens on empty days', () => {
    const typed =
      'digest 08:00 UTC place:"Kestrel Sound",osprey actor:“Sailors’ Union” kind:‘ferry sinking’ timeline:ferries milestones only weight:5 empty:say';
    expect(readOrder(typed, givenNames({ ...GIVEN, actor: { 'Sailors’ Union': ['union'] } }))).toMatchObject({
      filter: {
        timeline: 'lake-ferries',
        places: ['kestrel-sound', 'osprey'],
        actors: ['union'],
        kinds: ['sinking'],
        milestonesOnly: true,
        minimumWeight: 5,
      },
      emptyDays: 'say',
    });
  });

  test('is told apart where a name means several things, with what to write', () => {
    expect(() => read('digest 08:00 UTC place:harbour')).toThrow(
      /“harbour” is the name of more than one place: .*place:"north-harbour" or place:"south-harbour"/,
    );
  });

  test('of several words needs quotes, and is said so', () => {
    expect(() => read('digest 08:00 UTC place:Kestrel Sound')).toThrow(/in quotes: place:"Kestrel Sound"/);
    expect(() => read('digest 08:00 UTC Kestrel Sound')).toThrow(/Write place:"Kestrel Sound"/);
  });
});

const GIVEN = {
  timeline: { ferries: ['lake-ferries'] },
  place: { 'Kestrel Sound': ['kestrel-sound'], Osprey: ['osprey'] },
  kind: { 'ferry sinking': ['sinking'] },
};

test.each([
  ['', ['empty']],
  ['x'.repeat(LONGEST_ORDER + 1), ['too-long']],
  ['digest', ['no-zone', 'no-time']],
  ['08:00 UTC', ['no-digest']],
  ['week-ahead reminders 08:00 UTC', ['two-digests']],
  ['digest 25:00 UTC', ['impossible-time']],
  ['digest 08:60 UTC', ['impossible-time']],
  ['digest 13pm UTC', ['impossible-time']],
  ['digest 0am UTC', ['impossible-time']],
  ['digest 08:30:00 UTC', ['impossible-time']],
  ['digest 08:00 09:00 UTC', ['two-times']],
  ['digest 8 UTC', ['unknown-words', 'no-time']],
  ['digest 08:00 Europe/Londn', ['unknown-zone']],
  ['digest 08:00 EST', ['zone-is-abbreviation']],
  ['digest 08:00 bst', ['zone-is-abbreviation']],
  ['digest 08:00 +02:00', ['zone-is-offset']],
  ['digest 08:00 UTC London', ['two-zones']],
  ['digest 08:00 UTC 32nd', ['impossible-day']],
  ['digest 08:00 UTC 6th monday', ['impossible-day']],
  ['digest 08:00 UTC second weekday', ['impossible-day']],
  ['digest 08:00 UTC every other monday', ['not-in-cron']],
  ['digest 08:00 UTC every 2 weeks', ['not-in-cron']],
  ['digest 08:00 UTC fortnightly', ['not-in-cron']],
  ['digest 08:00 UTC daily 1st', ['conflicting-days']],
  ['digest 08:00 UTC daily weekly', ['conflicting-days']],
  ['digest 08:00 UTC monthly monday', ['conflicting-days']],
  ['digest 08:00 UTC last weekday and 15th', ['conflicting-days']],
  ['digest cron "* * * * * *" UTC', ['not-five-fields']],
  ['digest cron * * * * * * UTC', ['not-five-fields']],
  ['digest cron "*/5 * * * *" UTC', ['more-than-once-a-day']],
  ['digest cron "0 8,20 * * *" UTC', ['more-than-once-a-day']],
  ['digest cron "0 8 30 2 *" UTC', ['never-runs']],
  ['digest cron "0 8 30 2 *" EST', ['zone-is-abbreviation', 'never-runs']],
  ['digest cron "0 8 * * *" 09:00 UTC', ['cron-and-days']],
  ['digest cron UTC', ['no-value']],
  ['reminders 08:00 UTC 0d', ['impossible-lead']],
  ['reminders 08:00 UTC 13m', ['impossible-lead']],
  ['reminders 08:00 UTC 1 year', ['impossible-lead']],
  ['reminders 08:00 UTC P1Y', ['impossible-lead']],
  ['reminders 08:00 UTC 1d 2d 3d 4d 5d', ['too-many-leads']],
  ['reminders 08:00 UTC leads:none', ['conflicting-leads']],
  ['digest 08:00 UTC 2w', ['does-not-apply']],
  ['changes 08:00 UTC milestones', ['does-not-apply']],
  ['editors 08:00 UTC place:osprey', ['does-not-apply']],
  ['digest 08:00 UTC colour:red', ['unknown-key']],
  ['digest 08:00 UTC place:', ['no-value']],
  ['digest 08:00 UTC place:Atlantis', ['unknown-name']],
  ['digest 08:00 UTC weight:heavy', ['impossible-weight']],
  ['digest 08:00 UTC weight:1 weight:2', ['two-values']],
  ['digest 08:00 UTC empty:sing', ['impossible-choice']],
  ['digest 08:00 UTC "unclosed', ['open-quote', 'unknown-words']],
  ['digest 08:00 UTC and some more words', ['unknown-words', 'unknown-words', 'unknown-words']],
  [
    'dgest 25:00 Nowhere/Land 99th place:Atlantis hm',
    [
      'unknown-words',
      'impossible-time',
      'unknown-zone',
      'impossible-day',
      'unknown-words',
      'no-digest',
      'unknown-name',
    ],
  ],
])('%j is refused for %j', (text, codes) => {
  expect(wrong(text)).toEqual(codes);
});

test.each([
  ['digest 08:00 Europe/Londn', 'Europe/London'],
  ['digest 08:00 Londn', 'Europe/London'],
  ['digest 08:00 Asia/Bagdad', 'Asia/Baghdad'],
  ['digest 08:00 Asia/London', 'Europe/London'],
  ['digest 0830 UTC', '08:30'],
  ['dgest 08:00 UTC', '“digest”'],
  ['digest 08:00 UTC wekdays', '“weekdays”'],
])('the refusal of “%s” says what may have been meant: %s', (text, meant) => {
  expect(() => read(text)).toThrow(meant);
});

/** The ids of the record by what they stand for. */
function idsOfRecord(): Record<FilterSort, readonly string[]> {
  const [timeline] = record();
  const { gazetteer, kinds, card } = timeline!;
  return {
    timeline: [card.name],
    place: [...gazetteer.places.keys()],
    actor: [...gazetteer.actors.keys()],
    kind: [...kinds.keys()],
  };
}

/** What is written, in pieces that stand in any order: words that belong together stay together. */
function groupsOf(text: string): string[] {
  return text.match(/(?:"[^"]*"|(?:first|last|cron) |[^\s"])+/g)!;
}

test('an order that is written as text is read as itself, in whatever order its words stand', () => {
  fc.assert(
    fc.property(arbitraryOrder(idsOfRecord()), (order) => {
      const text = writeOrder(order, desk().names);
      expect({ text, order: readOrder(text, desk().names) }).toEqual({ text, order });
      expect(parseOrder(JSON.parse(JSON.stringify(order)))).toEqual(order);
      const turned = groupsOf(text).reverse().join(' ');
      expect({ turned, order: readOrder(turned, desk().names) }).toEqual({ turned, order });
    }),
  );
});

test('whatever is typed, it is an order that can be kept to, or every problem has a remedy', () => {
  fc.assert(
    fc.property(anyTyped, (text) => {
      try {
        const order = readOrder(text, names);
        expect(checkSchedule(order.schedule)).toEqual([]);
        expect(parseOrder(order)).toEqual(order);
        expect(readOrder(writeOrder(order, names), names)).toEqual(order);
      } catch (error) {
        if (!(error instanceof OrderError)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
        for (const { problem, remedy } of error.problems) expect(`${problem}${remedy}`).not.toMatch(/\.$|undefined/);
      }
    }),
    { numRuns: 1000 },
  );
});

test('no word is dropped: one that means nothing makes any order wrong', () => {
  fc.assert(
    fc.property(arbitraryOrder(idsOfRecord()), fc.nat(20), (order, place) => {
      const groups = groupsOf(writeOrder(order, desk().names));
      groups.splice(place % (groups.length + 1), 0, 'blorptastic');
      expect(readOrNothing(groups.join(' '), desk().names)).toBeUndefined();
    }),
  );
});
