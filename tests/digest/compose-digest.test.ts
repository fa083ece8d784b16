import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDateline, type Dateline } from '../../src/dateline.ts';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { movedBy } from '../../src/digest/lead-days.ts';
import { DIGEST_KINDS } from '../../src/digest/order.ts';
import { prepare } from '../../src/prepare.ts';
import { addDays, daysBetween } from '../../src/record/edtf.ts';
import { renderDigestJson } from '../../src/render/digest-json.ts';
import { renderDigestText } from '../../src/render/digest-text.ts';
import { timelineWithDates } from '../support/dated-timeline.ts';
import { desk, intents } from '../support/desk.ts';
import { anOrder, aWindow, someNews } from '../support/digest-order.ts';

const DATES = [
  '2020-02-29',
  '2022-02-28',
  '2017-01-31',
  '2022-01-2X',
  '2022-02',
  '2022',
  '2017-03-01/2017-03-04',
  '2022-03-31',
];

let dated: Dateline | undefined;

/** A record with an event for each of those dates: days at the ends of months, a stretch, a month, a year, an interval. */
function record(): Dateline {
  dated ??= createDateline(prepare([timelineWithDates(DATES)], intents()));
  return dated;
}

/** Days that follow each other, cut into windows of up to `longest` days. */
const windows = (longest: number) =>
  fc.array(fc.integer({ min: 1, max: longest }), { minLength: 40, maxLength: 80 }).map((lengths) => {
    let first = '2026-12-01';
    return lengths.map((days) => {
      const from = first;
      first = addDays(first, days);
      return { from, days };
    });
  });

/** The events of the lines under headings that a test is about, in order. */
function eventsOf(digest: Digest, headed: (heading: string) => boolean): string[] {
  return digest.sections
    .filter(({ heading }) => headed(heading))
    .flatMap(({ lines }) =>
      lines.flatMap(({ role, event }) => (role === 'item' && event !== undefined ? [event] : [])),
    );
}

describe('what falls due is told once', () => {
  test('by the digests of consecutive days, however the days are cut into windows', () => {
    fc.assert(
      fc.property(windows(4), (cut) => {
        const told = cut.flatMap(({ from, days }) => {
          const digest = composeDigest(anOrder('on-this-day'), aWindow(from, days), record());
          return eventsOf(digest, (heading) => heading !== 'Coming up');
        });
        const days = { first: cut[0]!.from, last: addDays(cut.at(-1)!.from, cut.at(-1)!.days - 1) };
        const due = record()
          .occasions(days)
          .filter(({ first }) => first >= days.first);
        // An interval whose start and end fall in one window is one line.
        expect(new Set(told)).toEqual(new Set(due.map(({ event }) => event.id)));
        for (const id of new Set(told)) {
          const dates = due.filter(({ event }) => event.id === id).length;
          const lines = told.filter((each) => each === id).length;
          expect(lines).toBeLessThanOrEqual(dates);
          if (DATES[Number(id)]!.includes('/')) expect(lines).toBeGreaterThan(0);
          else expect(lines).toBe(dates);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(['P14D', 'P1M', 'P2M', 'P3W'])('by reminders a lead of %s ahead, over months of any length', (lead) => {
    fc.assert(
      fc.property(windows(9), (cut) => {
        const order = anOrder('reminders', {}, { leads: [lead] });
        const told = cut.flatMap(({ from, days }) =>
          eventsOf(composeDigest(order, aWindow(from, days), record()), () => true).filter(
            (id) => !DATES[Number(id)]!.includes('/'),
          ),
        );
        const last = cut.at(-1)!;
        const span = movedBy({ first: cut[0]!.from, last: addDays(last.from, last.days - 1) }, lead)!;
        const due = record()
          .occasions(span)
          .filter(({ first, milestone, part }) => milestone && first >= span.first && part === 'whole');
        expect(told.sort()).toEqual(due.map(({ event }) => event.id).sort());
      }),
      { numRuns: 40 },
    );
  });
});

test('days that are moved by a lead leave no gap and no overlap', () => {
  const lead = fc.constantFrom('P1D', 'P14D', 'P1M', 'P3M', 'P12M');
  fc.assert(
    fc.property(windows(40), lead, (cut, by) => {
      const moved = cut.flatMap(({ from, days }) => movedBy({ first: from, last: addDays(from, days - 1) }, by) ?? []);
      for (const [index, span] of moved.slice(1).entries()) {
        expect(daysBetween(moved[index]!.last, span.first)).toBe(1);
      }
    }),
  );
});

describe('every digest of the record', () => {
  const kinds = fc.constantFrom(...DIGEST_KINDS);
  const days = fc.integer({ min: 0, max: 800 }).map((after) => addDays('2026-01-01', after));
  const news = someNews({
    changes: desk()
      .events()
      .slice(0, 30)
      .map(({ id }, index) => ({
        timeline: desk().timelines[0]!,
        event: id,
        kind: index % 2 === 0 ? ('added' as const) : ('changed' as const),
        fields: ['figures'],
        notedAt: new Date('2026-01-01T00:00:00Z'),
      })),
    feedback: [
      { verdict: 'other', comment: null, events: [desk().events()[0]!.id], at: new Date('2026-01-01T00:00:00Z') },
    ],
  });

  test('cites what it says of an event, lists what it cites, and is the same when it is composed again', () => {
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: 1, max: 10 }), (kind, day, length) => {
        const compose = () => composeDigest(anOrder(kind), aWindow(day, length), desk(), news);
        const digest = compose();
        const lines = digest.sections.flatMap((section) => section.lines);
        for (const line of lines) if (line.event !== undefined) expect(line.cites).not.toEqual([]);
        const cited = [...new Set(lines.flatMap(({ cites }) => cites))].sort((a, b) => a - b);
        expect(digest.citations.map(({ n }) => n)).toEqual(cited);
        expect(digest.empty).toBe(!lines.some(({ role, event }) => role === 'item' || event !== undefined));
        expect(renderDigestText(compose())).toBe(renderDigestText(digest));
        expect(JSON.parse(renderDigestJson(digest))).toMatchObject({ kind, title: digest.title, empty: digest.empty });
      }),
      { numRuns: 100 },
    );
  });
});

test('a day on which nothing falls says so, by what was looked for', () => {
  const said = (filter: Parameters<typeof anOrder>[1]) => {
    const digest = composeDigest(anOrder('on-this-day', filter), aWindow('2027-05-09'), desk());
    expect(digest.empty).toBe(true);
    return digest.sections[0]!.lines[0]!.runs[0]!.text;
  };
  expect(said({})).toBe('Nothing in the record falls on 9 May.');
  expect(said({ milestonesOnly: true })).toBe('No milestone in the record falls on 9 May.');
  expect(said({ minimumWeight: 3 })).toBe('Nothing in the record that fits the filter falls on 9 May.');
});

test('what is late says so on the clock of the order, and what stands for several runs says for which days', () => {
  const due = ['2027-01-05T08:30:00Z', '2027-01-06T08:30:00Z'].map((moment) => new Date(moment));
  const order = anOrder('on-this-day', {}, { schedule: { cron: '30 17 * * *', timeZone: 'Asia/Tokyo' } });
  expect(composeDigest(order, aWindow('2027-01-05', 2, { due, late: true }), desk()).notes).toEqual([
    'An earlier digest was missed: this one is for 5 to 6 January.',
    'Due 6 January 17:30, posted late.',
  ]);
  expect(composeDigest(order, aWindow('2027-01-05'), desk()).notes).toEqual([]);
});

describe('a filter', () => {
  /** The events of a year of digests. */
  const told = (filter: Parameters<typeof anOrder>[1]) =>
    new Set(
      Array.from({ length: 52 }, (_, week) => aWindow(addDays('2027-01-01', week * 7), 7)).flatMap((window) =>
        eventsOf(composeDigest(anOrder('on-this-day', filter), window, desk()), (heading) => heading !== 'Coming up'),
      ),
    );
  const held = (id: string) => desk().brief(id)!;

  test('of a place tells of places inside it', () => {
    const anbar = told({ places: ['anbar'] });
    expect(anbar).toContain('2020-01-08-operation-martyr-soleimani');
    for (const id of anbar) expect(held(id).event.placesWithin).toContain('anbar');
  });

  test('of an actor tells of what it did and of what was aimed at it, with its parts', () => {
    const iran = told({ actors: ['iran'] });
    expect([...iran].some((id) => held(id).event.by.includes('iran'))).toBe(true);
    expect([...iran].some((id) => held(id).event.against.includes('iran'))).toBe(true);
    for (const id of iran) expect(held(id).actors).toContain('iran');
  });

  test('of kind and weight', () => {
    const heavy = told({ kinds: ['drone-attack'], minimumWeight: 15 });
    expect(heavy.size).toBeGreaterThan(0);
    for (const id of heavy) expect(held(id)).toMatchObject({ event: { kind: 'drone-attack' } });
    for (const id of heavy) expect(held(id).weight).toBeGreaterThanOrEqual(15);
  });
});

test('changes of one event are told as one', () => {
  const [one, two, three] = desk().events();
  const change = (event: string, kind: 'added' | 'changed' | 'removed', ...fields: string[]) => ({
    timeline: desk().timelines[0]!,
    event,
    kind,
    fields,
    notedAt: new Date('2026-05-01T00:00:00Z'),
  });
  const changes = [
    change(one!.id, 'changed', 'figures'),
    change(one!.id, 'changed', 'by', 'wordings'),
    change(two!.id, 'changed', 'wordings'),
    change(three!.id, 'added'),
    change(three!.id, 'changed', 'date'),
    change('come-and-gone', 'added'),
    change('come-and-gone', 'removed'),
    change('gone', 'removed'),
  ];
  const { sections } = composeDigest(
    anOrder('record-changes'),
    aWindow('2026-05-04', 7),
    desk(),
    someNews({ changes }),
  );
  expect(
    sections.map(({ heading, lines }) => [heading, lines.map((line) => line.runs.map(({ text }) => text).join(''))]),
  ).toEqual([
    ['New in the record', [expect.stringContaining(three!.title)]],
    ['Corrected', [expect.stringMatching(/Corrected: who did it and figures$/)]],
    ['Removed', ['gone: no longer in the record']],
  ]);
});

test('a week ahead without leads tells of its own week alone', () => {
  const without = composeDigest(anOrder('week-ahead', {}, { leads: [] }), aWindow('2027-01-04', 7), record());
  expect(without.sections.filter(({ heading }) => heading.includes(' ahead, '))).toEqual([]);
});
