import { describe, expect, test } from 'vitest';
import { composeOnDay } from '../../../src/answer/browse/on-day.ts';
import { parseEdtf } from '../../../src/record/edtf.ts';
import type { TimelineEvent } from '../../../src/record/timeline.ts';
import { renderPlainText } from '../../../src/render/plain-text.ts';
import { timelineWith } from '../../support/dated-timeline.ts';
import { desk, NOW } from '../../support/desk.ts';

const TODAY = '2026-11-22';

function told(month: number, day: number, events: readonly Partial<TimelineEvent>[], today = TODAY): string[] {
  const timeline = timelineWith(events);
  const held = timeline.events.map((event) => ({ timeline, event }));
  return renderPlainText({ ...composeOnDay(held, { month, day }, today), citations: [] }).split('\n');
}

const sinks = (date: string) => ({ date, title: 'The Heron sinks' });

describe('what is told of a day of the year', () => {
  test('the certain comes first, then what may have been on that day, and says so', () => {
    const lines = told(1, 24, [
      sinks('2024-01-2X'),
      sinks('2019-01'),
      sinks('2020-01-24'),
      sinks('2003'),
      sinks('2019-24'),
    ]);
    expect(lines).toEqual([
      '1 event on 24 January, over the years, and 2 of which the day is not known.',
      '• 24 January 2020: The Heron sinks [1]',
      '• 20–29 January 2024: The Heron sinks (some time in those days) [1]',
      '• January 2019: The Heron sinks (some time in that month) [1]',
      'In 2027 it is seven years, and ten in 2030, since: The Heron sinks (24 January 2020). [1]',
    ]);
  });

  test('where nothing is certain, nothing is counted', () => {
    expect(told(1, 24, [sinks('2024-01-2X')])).toEqual([
      'The record holds no event on 24 January of any year, but 1 of which the day is not known.',
      '• 20–29 January 2024: The Heron sinks (some time in those days) [1]',
    ]);
  });

  test('a 29 February is told on the 28th with the reason, and on its own day without', () => {
    expect(told(2, 28, [sinks('2020-02-29')])).toContain(
      '• 29 February 2020: The Heron sinks (told on 28 February, since most years have no 29th) [1]',
    );
    expect(told(2, 29, [sinks('2020-02-29')])).toContain('• 29 February 2020: The Heron sinks [1]');
    expect(told(3, 1, [sinks('2020-02-29')])).not.toContain('Heron');
  });

  test('what lasted long is told on its first and its last day, what lasted days on each of them', () => {
    const long = [sinks('2016-10-17/2017-07-10')];
    expect(told(10, 17, long).at(-1)).toContain('In 2027 it is 11 years, and 20 in 2036, since the start: ');
    expect(told(7, 10, long).at(-1)).toContain('In 2027 it is ten years since the end: ');
    expect(told(12, 24, long)[0]).toContain('holds no event');
    const short = [sinks('2016-10-17/2016-10-20')];
    for (const day of [17, 18, 19, 20]) expect(told(10, day, short)[0]).toContain('1 event');
    expect(told(10, 21, short)[0]).toContain('holds no event');
  });

  test('it is found by the day at the home clock too', () => {
    const event = { ...sinks('2020-01-08'), home: parseEdtf('2020-01-07') };
    expect(told(1, 7, [event])[0]).toBe('1 event on 7 January, over the years.');
    expect(told(1, 8, [event])[0]).toBe('1 event on 8 January, over the years.');
  });

  test('the next time is that of the weightiest, counted from the day of asking', () => {
    const heavy = {
      ...sinks('2001-01-08'),
      title: 'The Marigold sinks',
      figures: [{ what: 'killed', value: 90, of: 'people', saidBy: 'police', sources: ['a'] }],
    };
    const last = (today: string) => told(1, 8, [sinks('2020-01-08'), heavy], today).at(-1);
    expect(last('2026-01-07')).toBe('In 2026 it is 25 years since: The Marigold sinks (8 January 2001). [1]');
    expect(last('2026-01-08')).toBe('In 2026 it is 25 years since: The Marigold sinks (8 January 2001). [1]');
    expect(last('2026-01-09')).toBe(
      'In 2027 it is 26 years, and 50 in 2051, since: The Marigold sinks (8 January 2001). [1]',
    );
    expect(last('2001-12-31')).toBe('In 2002 it is one year since: The Marigold sinks (8 January 2001). [1]');
  });
});

test('on each day of a year it holds what falls due then', () => {
  for (let day = Temporal.PlainDate.from('2027-01-01'); day.year === 2027; day = day.add({ days: 1 })) {
    const found = new Set(
      desk()
        .on(day.month, day.day, { now: NOW })
        .events.map(({ id }) => id),
    );
    const due = desk().occasions({ first: day.toString(), last: day.toString() });
    expect(due.filter(({ event }) => !found.has(event.id)).map(({ event }) => event.id)).toEqual([]);
  }
});

test('whatever timeline is named, only that one is looked into', () => {
  expect(desk().on(1, 8, { now: NOW, timeline: 'another' }).events).toEqual([]);
  const span = { first: '2027-01-08', last: '2027-01-08' };
  expect(desk().occasions(span, { timeline: 'another' })).toEqual([]);
  expect(desk().occasions(span, { timeline: desk().timelines[0] })).toEqual(desk().occasions(span));
  expect(desk().occasions(span).length).toBeGreaterThan(0);
});
