import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { renderPlainText } from '../../../src/render/plain-text.ts';
import { desk, NOW } from '../../support/desk.ts';

const STRIKE = '2020-01-08-operation-martyr-soleimani';
const ids = (answer: Answer | undefined) => answer?.events.map(({ id }) => id) ?? [];
const lead = (answer: Answer | undefined) => renderPlainText(answer!).split('\n')[0];

/** Whatever is listed is cited, line by line. */
function expectCited(answer: Answer): void {
  for (const { role, cites } of answer.statements) if (role === 'item') expect(cites.length).toBeGreaterThan(0);
  const numbers = answer.citations.map(({ n }) => n);
  expect(answer.statements.flatMap(({ cites }) => cites).every((n) => numbers.includes(n))).toBe(true);
}

test('an event is held with its links, in order of date, and its place', () => {
  const held = desk().event(STRIKE)!;
  expect(held.timeline).toBe('us-forces-iraq');
  expect(held.causes.map(({ id }) => id)).toEqual(['2020-01-03-killing-of-qassem-soleimani']);
  const dates = held.sequels.map(({ when }) => when.first);
  expect(dates).toEqual(dates.toSorted());
  expect(held.place).toMatchObject({ id: 'ain-al-asad', events: ids(desk().atPlace('ain-al-asad')).length });
  expect(desk().event('1900-01-01-nothing')).toBeUndefined();
});

test('what led to an event and what came next are told from both sides', () => {
  const before = desk().before(STRIKE)!;
  expect(ids(before)).toEqual(['2020-01-03-killing-of-qassem-soleimani']);
  expect(lead(before)).toMatch(/^3 January 2020: .*, before Iran fires .* \(8 January 2020\)\. \[1\]/);
  expect(ids(desk().after('2020-01-03-killing-of-qassem-soleimani'))).toContain(STRIKE);
  for (const { id } of desk().events()) {
    const held = desk().event(id)!;
    for (const [answer, events] of [
      [desk().before(id)!, held.causes],
      [desk().after(id)!, held.sequels],
    ] as const) {
      expect(ids(answer)).toEqual(events.map((event) => event.id));
      expect(answer.status).toBe(['declined', 'answered'][events.length] ?? 'several');
      expectCited(answer);
    }
  }
});

test('an event is told as a question for it would be', () => {
  const told = desk().tell(STRIKE)!;
  expect(ids(told)).toEqual([STRIKE]);
  expect(lead(told)).toContain('8 January 2020, about 01:30 in Iraq (7 January in Washington)');
  expect(desk().tell('nothing')).toBeUndefined();
});

describe('a day of the year', () => {
  const on = (month: number, day: number) => desk().on(month, day, { now: NOW });

  test('lists what happened then, at the place or at the home clock', () => {
    const answer = on(1, 8);
    const certain = answer.events.filter(({ date }) => date.endsWith('-01-08'));
    expect(lead(answer)).toMatch(new RegExp(`^${certain.length} events on 8 January, over the years`));
    expect(ids(answer)).toContain(STRIKE);
    expect(ids(on(1, 7))).toContain(STRIKE);
    expectCited(answer);
  });

  test('holds each event of the record that has a day', () => {
    for (const { id, when } of desk().events()) {
      if (when.precision !== 'day') continue;
      const [, month, day] = when.first.split('-').map(Number);
      expect(ids(on(month!, day!))).toContain(id);
    }
  });

  test('without an event is declined', () => {
    expect(on(2, 30)).toMatchObject({ status: 'declined', events: [] });
    expect(lead(on(2, 30))).toContain('holds no event on 30 February of any year');
  });
});

describe('a timeline as it is typed', () => {
  const timelineOf = (text: string) => desk().timelineOf(text, { now: NOW });

  test.each([
    ['ain al-asad 2024', 'Timeline of Ain al-Asad Air Base in 2024: '],
    ['Kataib Hezbollah 2023', 'Timeline of Kataib Hezbollah in 2023: '],
    ['baghdad', 'Timeline of Baghdad: '],
    ['march 2020', 'Timeline of March 2020: '],
  ])('%s', (text, beginning) => {
    const answer = timelineOf(text)!;
    expect(lead(answer)!.startsWith(beginning)).toBe(true);
    expect(answer.events.length).toBeGreaterThan(1);
    expectCited(answer);
  });

  test('holds what is at the place in that year, and nothing else', () => {
    const expected = desk()
      .events()
      .filter(
        ({ placesWithin, when }) =>
          placesWithin.includes('ain-al-asad') && when.first <= '2024-12-31' && when.last >= '2024-01-01',
      );
    expect(ids(timelineOf('ain al-asad 2024'))).toEqual(expected.map(({ id }) => id));
  });

  test('of a place and a time without events is declined', () => {
    expect(timelineOf('ain al-asad 1985')).toMatchObject({ status: 'declined', timeline: 'us-forces-iraq' });
  });

  test('of nothing that the record knows is nothing', () => {
    expect(timelineOf('the price of tea')).toBeUndefined();
  });

  test('is looked for in the timeline that is named', () => {
    expect(desk().timelineOf('baghdad', { now: NOW, timeline: 'another' })).toBeUndefined();
  });
});

test('the latest events come newest first', () => {
  const { events } = desk().latest({ count: 7 });
  expect(events).toHaveLength(7);
  expect(events.map(({ date }) => date.slice(0, 10))).toEqual(
    events
      .map(({ date }) => date.slice(0, 10))
      .toSorted()
      .reverse(),
  );
  expect(desk().latest().events).toEqual(events.slice(0, 5));
});

test('what each timeline covers is told with its count', () => {
  expect(desk().coverage()).toMatchObject([
    {
      timeline: 'us-forces-iraq',
      from: '1979-11-04',
      events: desk().events().length,
      latest: desk().latest().events[0],
    },
  ]);
});

test('a thread may be about an event that was shown in it without a question', () => {
  const thread = [{ event: STRIKE }];
  const answer = desk().ask('how many were wounded?', { now: NOW, thread });
  expect(ids(answer)).toEqual([STRIKE]);
  expect(desk().ask('how many were wounded?', { now: NOW }).events).not.toEqual(answer.events);
  const gone = desk().ask('how many were wounded?', { now: NOW, thread: [{ event: 'gone' }] });
  expect(gone.statements).toEqual(desk().ask('how many were wounded?', { now: NOW }).statements);
});
