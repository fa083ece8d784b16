import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/question/dates/find-dates.ts';
import { words } from '../../src/record/words.ts';
import { TODAY } from '../support/read-dates.ts';

const find = (text: string) => findDates(text, words(text), TODAY);

describe('no date is read in', () => {
  test.each([
    ['a verb that is a month', 'how many may have died'],
    ['a request that begins with one', 'May I ask who claimed it'],
    ['a march on a city', 'when did troops march on Baghdad'],
    ['a march with a capital at the start', 'March on Baghdad'],
    ['a number of troops', '2,500 troops'],
    ['a round number of troops that looks like a year', '2000 troops were sent'],
    ['a grouped number that looks like a year', '2,003 dead'],
    ['an aircraft', 'AC-130 at 5'],
    ['two aircraft', 'F-15 and F-16'],
    ['bases with numbers', 'K-1, Tower 22 and H-3'],
    ['a drone', 'MQ-9 Reaper'],
    ['a number of rockets', '14 rockets'],
    ['an order of events', 'the second attack and the last one'],
    ['a resolution', 'resolution 2254 of the council, 1701 too'],
    ['years past the calendar of the record', '1899 or 2100'],
    ['the day of a broadcast', "for today's bulletin"],
    ['the day of a broadcast, the apostrophe left out', "tomorrow's show needs a line"],
    ['the day an answer is needed', 'need it for tonight'],
    ['a weekly', "this week's newsletter"],
    ['words alone', 'who stormed the mission'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('a number that counts something is no year of the date before it', () => {
  test.each([
    'on 8 January 16 missiles were fired',
    'on January 8 16 missiles were fired',
    'on 8 January 16 soldiers died',
  ])('%s', (text) => {
    expect(find(text)).toMatchObject([{ open: { month: 1, day: 8 }, spans: [] }]);
  });
});

test.each([
  '31 April 2020',
  'April 31, 2020',
  'Monday the 30th of February 2021',
  '29 February 2023',
  '31/04/2020',
  '13/13/2020',
  '2020-02-31',
  '31 June',
  'on April 31',
])('a day that no calendar has is read as one that is missing, not as another day or as its month: %s', (text) => {
  expect(find(text)).toMatchObject([{ missing: true, spans: [] }]);
  expect(find(text)[0]).not.toHaveProperty('open');
});

test('two of them stay two', () => {
  expect(find('2020-02-30 or 2020-13-01').map(({ text }) => text)).toEqual(['2020-02-30', '2020-13-01']);
});

test.each(['29 February 2024', '29 February', 'in April 31 were hurt', '2020-92-93', '24/7'])(
  'what is no missing day is not read as one: %s',
  (text) => {
    expect(find(text).filter(({ missing }) => missing)).toEqual([]);
  },
);
