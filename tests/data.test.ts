import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME } from '../src/prepared/home.ts';
import { adviseTimeline } from '../src/record/lint/index.ts';
import { readTimelines } from '../src/record/load.ts';

const readings = readTimelines(join(HOME, 'data'));
const reading = readings.find(({ timeline }) => timeline?.card.name === 'us-forces-iraq');
const timeline = reading?.timeline;

/** Pairs of events that newspapers run together, by what they have in common. */
const CONFLATED = {
  'Ain al-Asad: the missiles of 2020, and the rockets and missiles after them': [
    ['2020-01-08-operation-martyr-soleimani', '2024-08-05-rockets-at-ain-al-asad'],
    ['2020-01-08-operation-martyr-soleimani', '2023-11-21-ballistic-missiles-at-ain-al-asad'],
    ['2020-01-08-operation-martyr-soleimani', '2024-01-20-ballistic-missiles-at-ain-al-asad'],
    ['2023-11-21-ballistic-missiles-at-ain-al-asad', '2024-01-20-ballistic-missiles-at-ain-al-asad'],
    ['2024-08-05-rockets-at-ain-al-asad', '2024-08-09-drone-at-rumalyn-landing-zone'],
  ],
  'deaths of contractors': [
    ['2023-10-18-false-alarm-death-at-ain-al-asad', '2023-10-18-drones-at-ain-al-asad'],
    ['2023-10-18-false-alarm-death-at-ain-al-asad', '2021-03-03-rockets-at-ain-al-asad'],
  ],
  'Tower 22 and al-Tanf': [['2024-01-28-tower-22-drone-attack', '2023-10-18-drones-at-al-tanf']],
  'strikes at Jurf al-Sakhar': [
    ['2023-11-22-us-strikes-at-jurf-al-sakhar', '2024-01-24-us-strikes-three-kataib-hezbollah-facilities'],
    ['2023-11-22-us-strikes-at-jurf-al-sakhar', '2024-07-30-us-strike-at-jurf-al-sakhar'],
    ['2024-01-24-us-strikes-three-kataib-hezbollah-facilities', '2024-07-30-us-strike-at-jurf-al-sakhar'],
  ],
  'strikes near Abu Kamal': [
    ['2023-10-27-us-strikes-near-abu-kamal', '2023-11-12-us-strikes-at-abu-kamal-and-mayadin'],
    ['2023-10-27-us-strikes-near-abu-kamal', '2021-02-26-us-strike-near-abu-kamal'],
    ['2023-10-27-us-strikes-near-abu-kamal', '2018-10-01-iran-missile-strike-near-abu-kamal'],
  ],
  'Camp Taji': [
    ['2019-06-17-rockets-at-camp-taji', '2019-12-29-rockets-at-camp-taji'],
    ['2019-12-29-rockets-at-camp-taji', '2020-01-14-rockets-at-camp-taji'],
    ['2020-01-14-rockets-at-camp-taji', '2020-03-11-rockets-at-camp-taji'],
    ['2020-03-11-rockets-at-camp-taji', '2020-03-14-rockets-at-camp-taji'],
    ['2020-03-14-rockets-at-camp-taji', '2020-06-13-rockets-at-camp-taji'],
    ['2020-06-13-rockets-at-camp-taji', '2020-07-27-rockets-at-camp-taji'],
  ],
  'K-1, with which the Hawija raid has no tie': [
    ['2019-12-27-rockets-at-k-1-air-base', '2020-02-13-rocket-at-k-1'],
    ['2019-12-27-rockets-at-k-1-air-base', '2015-10-22-hawija-prison-raid'],
  ],
  'Balad at the turn of 2020': [
    ['2019-12-05-rockets-at-balad', '2020-01-04-rockets-at-balad-and-green-zone'],
    ['2019-12-05-rockets-at-balad', '2020-01-12-rockets-at-balad'],
    ['2020-01-04-rockets-at-balad-and-green-zone', '2020-01-12-rockets-at-balad'],
  ],
  'the Green Zone on 19 May': [['2019-05-19-rocket-near-us-embassy-baghdad', '2020-05-19-rocket-in-green-zone']],
  Erbil: [
    ['2021-02-15-rockets-at-erbil-airport', '2021-04-14-drone-at-erbil-airport'],
    ['2021-02-15-rockets-at-erbil-airport', '2022-03-13-iran-missile-strike-on-erbil'],
    ['2022-03-13-iran-missile-strike-on-erbil', '2024-01-15-irgc-missiles-at-erbil'],
    ['2023-10-26-dud-drone-hits-barracks-at-erbil', '2023-12-25-drone-at-erbil-air-base'],
    ['2023-12-25-drone-at-erbil-air-base', '2024-01-15-irgc-missiles-at-erbil'],
    ['2024-01-15-irgc-missiles-at-erbil', '2026-02-28-iranian-drones-at-erbil'],
    ['2026-02-28-iranian-drones-at-erbil', '2026-03-01-drones-at-us-bases-in-erbil'],
  ],
  'bases in the Gulf': [
    ['2025-06-23-iranian-missiles-at-al-udeid', '2026-02-28-missiles-at-al-udeid'],
    ['2025-06-23-iranian-missiles-at-al-udeid', '2026-03-03-missile-hits-al-udeid'],
    ['2026-02-28-missiles-at-al-udeid', '2026-03-03-missile-hits-al-udeid'],
    ['2026-03-01-attack-on-prince-sultan-air-base', '2026-03-12-tankers-damaged-at-prince-sultan'],
    ['2026-03-01-attack-on-prince-sultan-air-base', '2026-03-27-attack-on-prince-sultan-air-base'],
    ['2026-03-12-tankers-damaged-at-prince-sultan', '2026-03-27-attack-on-prince-sultan-air-base'],
  ],
  truces: [
    ['2025-06-24-israel-iran-ceasefire', '2026-04-08-us-iran-two-week-ceasefire'],
    ['2026-04-08-us-iran-two-week-ceasefire', '2026-04-21-trump-extends-ceasefire'],
  ],
  'Abu Taqwa and Abu Baqir al-Saadi': [
    ['2024-01-04-killing-of-mushtaq-al-jawari', '2024-02-07-killing-of-abu-baqir-al-saadi'],
  ],
  'Fire Base Bell': [['2016-03-19-rockets-at-fire-base-bell', '2016-03-21-gunfire-at-fire-base-bell']],
  'listings of the IRGC': [['2017-10-13-treasury-designates-irgc', '2019-04-08-irgc-named-terrorist-organization']],
  'votes of the parliament': [
    ['2018-03-01-iraqi-parliament-asks-for-troop-timetable', '2020-01-05-iraqi-parliament-votes-to-expel-troops'],
  ],
  'rockets at Basra': [['2018-09-08-rockets-at-basra-airport', '2018-09-28-rockets-and-evacuation-at-basra-consulate']],
} as const;

test('the record holds its timeline, without an error', () => {
  expect(timeline).toBeDefined();
  const problems = readings.flatMap((each) => each.problems);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('no event looks as if it were entered twice', () => {
  expect(adviseTimeline(reading!, timeline!, '2027-11-01')).toEqual([]);
});

test('at least 330 events are published, each id once, among the candidates too', () => {
  expect(timeline!.events.length).toBeGreaterThanOrEqual(330);
  const ids = [...reading!.eventFiles, ...reading!.candidates].map(({ record }) => record.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the record runs from 4 November 1979 to 30 April 2026, and no candidate is part of it', () => {
  const { from, to } = timeline!.card.coverage;
  expect({ from, to }).toEqual({ from: '1979-11-04', to: '2026-04-30' });
  expect(timeline!.events[0]?.when.first).toBe(from);
  for (const { when } of timeline!.events) expect(when.first <= to).toBe(true);
  for (const { record } of reading!.candidates) expect(timeline!.byId.has(record.id)).toBe(false);
});

test('each event is filed under the year in which it began', () => {
  const misfiled = reading!.eventFiles.filter(
    ({ file, record }) => !file.file.includes(`/events/${record.id.slice(0, 4)}/`),
  );
  expect(misfiled.map(({ file }) => file.file)).toEqual([]);
});

test('a source whose headline was not seen is described, never given a title', () => {
  const sources = timeline!.events.flatMap((event) => event.sources);
  expect(sources.some((source) => source.description !== undefined)).toBe(true);
  for (const source of sources) expect(source.title === undefined).not.toBe(source.description === undefined);
});

test('the date in Washington of what happened at night in Iraq is the day before', () => {
  const washington = (id: string) => timeline!.byId.get(id)?.home?.edtf;
  expect(washington('2020-01-08-operation-martyr-soleimani')).toBe('2020-01-07');
  expect(washington('2020-03-13-us-strikes-on-kataib-hezbollah')).toBe('2020-03-12');
  expect(washington('2023-10-27-us-strikes-near-abu-kamal')).toBe('2023-10-26');
  expect(washington('2023-11-22-us-strikes-at-jurf-al-sakhar')).toBe('2023-11-21');
  expect(washington('2023-12-26-us-strikes-three-kataib-hezbollah-sites')).toBe('2023-12-25');
  expect(washington('2024-02-05-drone-at-al-omar-oil-field')).toBe('2024-02-04');
  expect(washington('2024-04-19-strike-near-isfahan')).toBe('2024-04-18');
  expect(washington('2025-06-13-operation-rising-lion')).toBe('2025-06-12');
  expect(washington('2025-06-22-operation-midnight-hammer')).toBe('2025-06-21');
  expect(washington('2024-08-05-rockets-at-ain-al-asad')).toBeUndefined();
});

describe('events that are run together point at each other', () => {
  const pairs = Object.entries(CONFLATED).flatMap(([subject, group]) =>
    group.map(([a, b]) => [subject, a, b] as const),
  );
  test.each(pairs)('%s: %s and %s', (_, a, b) => {
    expect(timeline!.byId.get(a)?.confusedWith).toContain(b);
    expect(timeline!.byId.get(b)?.confusedWith).toContain(a);
  });
});
