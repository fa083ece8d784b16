import { describe, expect, test } from 'vitest';
import { describeOrder } from '../../src/digest/describe-order.ts';
import { parseOrder } from '../../src/digest/order.ts';
import { OrderError } from '../../src/digest/order-error.ts';
import { readOrder } from '../../src/digest/typed/read-order.ts';
import { givenNames } from '../support/given-names.ts';

const names = givenNames({
  timeline: { 'Ferries of the lake': ['lake-ferries'] },
  place: { Anbar: ['anbar'], Erbil: ['erbil'] },
  actor: { 'Harbour Watch': ['watch'] },
  kind: { 'ferry sinking': ['sinking'] },
});
const KEPT = {
  digest: 'on-this-day',
  schedule: { cron: '30 8 * * 1-5', timeZone: 'Europe/London' },
  filter: { places: [], actors: [], kinds: [], milestonesOnly: false, minimumWeight: 0 },
  leads: [],
  emptyDays: 'silent',
};

describe('an order that was kept', () => {
  test('is read again, with what is left out as it is by default', () => {
    expect(parseOrder(KEPT)).toEqual(KEPT);
    const { leads: _leads, emptyDays: _emptyDays, ...short } = { ...KEPT, filter: {} };
    expect(parseOrder(short)).toEqual(KEPT);
  });

  test.each([
    ['of a digest that this version does not know', { ...KEPT, digest: 'horoscope' }, 'digest'],
    ['with a field that it does not know', { ...KEPT, colour: 'red' }, ''],
    ['for a zone that is gone', { ...KEPT, schedule: { cron: '0 8 * * *', timeZone: 'Europe/Atlantis' } }, 'schedule'],
    ['for every minute', { ...KEPT, schedule: { cron: '* * * * *', timeZone: 'UTC' } }, 'schedule'],
    ['with a lead of a second', { ...KEPT, leads: ['PT1S'] }, 'leads.0'],
    ['that is none', 'digest', ''],
    ['that is nothing', null, ''],
  ])('%s is refused with a remedy', (_what, value, at) => {
    const read = () => parseOrder(value);
    expect(read).toThrow(OrderError);
    expect(read).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'unreadable-order', typed: at })] }),
    );
    expect(read).toThrow(/subscribe again/);
  });
});

test.each([
  [
    'digest weekdays 08:30 London place:Anbar milestones',
    'On this day, each weekday at 08:30 (Europe/London), places in Anbar, milestones only',
  ],
  [
    'reminders 9am Paris 2w 1m empty:say',
    'Reminders of milestones, each day at 09:00 (Europe/Paris), two weeks and one month before, also when there is nothing to tell',
  ],
  [
    'week-ahead 7:00 UTC 10d timeline:lake-ferries place:anbar,erbil actor:watch kind:sinking weight:3',
    'The week ahead, each Monday at 07:00 (UTC), milestones flagged ten days before, from “Ferries of the lake”, places in Anbar or Erbil, involving Harbour Watch, of the kind ferry sinking, of weight 3 or more',
  ],
  ['month last weekday 18:00 Cairo', 'The month in review, on the last weekday of each month at 18:00 (Africa/Cairo)'],
  ['changes 1st,22nd 8:00 UTC', 'New and corrected events, on the 1st and 22nd of each month at 08:00 (UTC)'],
  [
    'editors first monday,fri 8:00 UTC',
    'For editors, each Friday and on the first Monday of each month at 08:00 (UTC)',
  ],
  ['digest cron "5 8 29 2 *" UTC', 'On this day, by the cron expression “5 8 29 2 *” (UTC)'],
  ['digest cron "5 8 * * mon-FRI" UTC', 'On this day, each weekday at 08:05 (UTC)'],
  ['digest sat,sun 8:00 UTC', 'On this day, each Saturday and Sunday at 08:00 (UTC)'],
])('%s is described: %s', (typed, description) => {
  expect(describeOrder(readOrder(typed, names), names)).toBe(description);
});

test('what the record holds no more is described by its id', () => {
  const order = readOrder('digest 8:00 UTC place:anbar', names);
  expect(describeOrder(order, givenNames())).toContain('places in anbar');
});
