import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../src/record/edtf.ts';
import type { EventRecord } from '../../src/record/event-schema.ts';
import { Gazetteer } from '../../src/record/gazetteer.ts';
import { assembleTimeline, dayAtHome, homeDate } from '../../src/record/timeline.ts';
import type { Place } from '../../src/record/vocabulary-schema.ts';

const WASHINGTON = 'America/New_York';

function anEvent(id: string, overrides: Partial<EventRecord> = {}): EventRecord {
  return {
    id,
    title: id,
    date: id.slice(0, 10),
    timeZone: 'Asia/Baghdad',
    kind: 'other',
    places: ['quay'],
    by: ['line'],
    against: [],
    attribution: { status: 'not-applicable' },
    summary: id,
    sources: [],
    ...overrides,
  };
}

function aTimeline(events: EventRecord[], home = true) {
  const place = (id: string, within: string[]): Place => ({ id, name: id, kind: 'town', aliases: [], within });
  return assembleTimeline({
    card: {
      name: 'example',
      title: 'Example',
      subject: 'examples',
      coverage: { from: '1900-01-01', to: '2099-12-31' },
      ...(home ? { home: { name: 'Washington', timeZone: WASHINGTON } } : {}),
      maintainer: 'the tests',
      licence: 'CC0-1.0',
      examples: ['when?'],
    },
    events,
    publishers: [],
    gazetteer: new Gazetteer([place('quay', ['island']), place('island', ['lake']), place('lake', [])], [], []),
    kinds: [],
    generic: [],
    weapons: [],
    measures: [],
    synonyms: [],
  });
}

describe('the day on the home clock', () => {
  test.each([
    [
      'in winter is the day before until eight in the morning in Baghdad',
      '2020-01-08',
      '07:59',
      'Asia/Baghdad',
      '2020-01-07',
    ],
    ['in winter is the same day from eight in the morning on', '2020-01-08', '08:00', 'Asia/Baghdad', '2020-01-08'],
    ['in summer is the day before until seven', '2024-08-05', '06:59', 'Asia/Baghdad', '2024-08-04'],
    ['in summer is the same day from seven on', '2024-08-05', '07:00', 'Asia/Baghdad', '2024-08-05'],
    ['follows the summer time that Baghdad kept until 2007', '2005-07-01', '07:30', 'Asia/Baghdad', '2005-06-30'],
    [
      'on a spring day when only Washington has put its clock forward',
      '2020-03-11',
      '06:59',
      'Asia/Baghdad',
      '2020-03-10',
    ],
    ['in Tehran comes half an hour later than in Baghdad', '2020-01-08', '08:15', 'Asia/Tehran', '2020-01-07'],
    ['reads an hour that is only about right', '2020-01-08', '~01:30', 'Asia/Baghdad', '2020-01-07'],
    ['can be the next day west of home', '2020-01-08', '22:00', 'Pacific/Honolulu', '2020-01-09'],
    ['reads an hour that the clocks skipped', '2021-03-28', '02:30', 'Europe/Stockholm', '2021-03-27'],
  ])('%s', (_, day, time, zone, expected) => {
    expect(dayAtHome(day, time, zone, WASHINGTON)).toBe(expected);
  });

  test('is told only where it differs', () => {
    const night = anEvent('2020-01-08-night', { time: '01:30' });
    expect(homeDate(night, parseEdtf(night.date), WASHINGTON)?.edtf).toBe('2020-01-07');
    const noon = anEvent('2020-01-08-noon', { time: '12:00' });
    expect(homeDate(noon, parseEdtf(noon.date), WASHINGTON)).toBeUndefined();
  });

  test('is the one that a source states where no time is known', () => {
    const stated = anEvent('2020-01-08-stated', { homeDate: '2020-01-07' });
    expect(homeDate(stated, parseEdtf(stated.date), WASHINGTON)?.edtf).toBe('2020-01-07');
    const silent = anEvent('2020-01-08-silent');
    expect(homeDate(silent, parseEdtf(silent.date), WASHINGTON)).toBeUndefined();
  });

  test('is never told in a timeline without a home clock', () => {
    const [event] = aTimeline([anEvent('2020-01-08-a', { time: '01:30' })], false).events;
    expect(event).not.toHaveProperty('home');
    expect(aTimeline([anEvent('2020-01-08-a', { time: '01:30' })]).events[0]?.home?.edtf).toBe('2020-01-07');
  });
});

test('events stand in order of their first day, then their time, then their id, those without a time last', () => {
  const ids = ['2020-01-08-b', '2020-01-08-a', '2020-01-08-night', '2020-01-08-noon', '2019-05-01-month'];
  const events = ids.map((id) =>
    anEvent(id, id.endsWith('night') ? { time: '~01:30' } : id.endsWith('noon') ? { time: '12:00' } : {}),
  );
  events[4]!.date = '2019-05';
  const expected = ['2019-05-01-month', '2020-01-08-night', '2020-01-08-noon', '2020-01-08-a', '2020-01-08-b'];
  expect(aTimeline(events).events.map(({ id }) => id)).toEqual(expected);
  expect(aTimeline(events.reverse()).events.map(({ id }) => id)).toEqual(expected);
});

test('a link is read from both of its sides', () => {
  const { byId } = aTimeline([
    anEvent('2020-01-03-killing'),
    anEvent('2020-01-08-missiles', { links: [{ type: 'retaliation-for', to: '2020-01-03-killing' }] }),
    anEvent('2020-01-09-stray', { links: [{ type: 'follows', to: '2020-01-01-nowhere' }] }),
  ]);
  expect(byId.get('2020-01-03-killing')?.linkedFrom).toEqual([
    { type: 'retaliation-for', from: '2020-01-08-missiles' },
  ]);
  expect(byId.get('2020-01-08-missiles')?.linkedFrom).toEqual([]);
});

test('an event happened in its places and in all that contain them', () => {
  const { byId } = aTimeline([anEvent('2020-01-08-a'), anEvent('2020-01-08-b', { places: ['island'] })]);
  expect([...byId.get('2020-01-08-a')!.placesWithin].sort()).toEqual(['island', 'lake', 'quay']);
  expect([...byId.get('2020-01-08-b')!.placesWithin].sort()).toEqual(['island', 'lake']);
});

test('the events that were read stay as they were', () => {
  const event = anEvent('2020-01-08-a', { time: '01:30' });
  const before = structuredClone(event);
  aTimeline([event]);
  expect(event).toEqual(before);
});
