import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTimelines } from '../../../src/record/load.ts';
import { TimelineCopy } from '../../support/broken-timeline.ts';

const MARIGOLD = 'events/1998/1998-11-02-sinking-of-the-marigold.yaml';
const AGROUND = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';
const COLLISION = 'events/2012/2012-03-05-collision-in-kestrel-sound.yaml';
const STRIKE = 'events/2016/2016-05-09-deckhands-strike.yaml';
const INQUIRY = 'events/1999/1999-06-15-marigold-inquiry.yaml';
const WALKOUT = 'events/2021/2021-02-01-one-day-walkout.yaml';

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

test('an id that two files have is reported at the second, with the name of the first', () => {
  const twin = 'events/2021/2021-02-01-one-day-walkout-again.yaml';
  copy.write(twin, copy.text(WALKOUT));
  expect(copy.problems().filter((problem) => problem.severity === 'error')).toEqual([
    {
      severity: 'error',
      rule: 'file-name',
      file: `ferries/${twin}`,
      line: 1,
      field: 'id',
      message: 'The file is called 2021-02-01-one-day-walkout-again, its id is 2021-02-01-one-day-walkout.',
      remedy: 'Rename the file to 2021-02-01-one-day-walkout.yaml.',
    },
    {
      severity: 'error',
      rule: 'duplicate-id',
      file: `ferries/${WALKOUT}`,
      line: 1,
      field: 'id',
      message: `The id 2021-02-01-one-day-walkout is already that of ferries/${twin}.`,
      remedy: 'Give one of the two another id, or merge them.',
    },
  ]);
});

test('an id that a candidate shares with a published event is reported too', () => {
  mkdirSync(copy.path('candidates'));
  copy.write('candidates/2021-02-01-one-day-walkout.yaml', copy.text(WALKOUT));
  expect(copy.problems().map(({ rule, file }) => ({ rule, file }))).toEqual([
    { rule: 'duplicate-id', file: 'ferries/candidates/2021-02-01-one-day-walkout.yaml' },
  ]);
});

test('a link to a candidate is no link to a published event', () => {
  mkdirSync(copy.path('candidates'));
  renameSync(copy.path(STRIKE), copy.path('candidates/2016-05-09-deckhands-strike.yaml'));
  expect(copy.problems()).toEqual([
    {
      severity: 'error',
      rule: 'link-to-candidate',
      file: 'ferries/events/2016/2016-05-27-pay-settlement.yaml',
      line: copy.lineOf('events/2016/2016-05-27-pay-settlement.yaml', 'to: 2016-05-09'),
      field: 'links[0].to',
      message: '2016-05-09-deckhands-strike is a candidate, not published.',
      remedy: 'Remove the link until the candidate is published.',
    },
  ]);
});

test('a candidate is read and checked but stays out of the timeline', () => {
  mkdirSync(copy.path('candidates'));
  renameSync(copy.path(WALKOUT), copy.path('candidates/2021-02-01-one-day-walkout.yaml'));
  const [reading] = readTimelines(copy.folder);
  expect(reading?.candidates.map(({ record }) => record.id)).toEqual(['2021-02-01-one-day-walkout']);
  expect(reading?.timeline?.byId.has('2021-02-01-one-day-walkout')).toBe(false);
  copy.replace('candidates/2021-02-01-one-day-walkout.yaml', 'kind: walkout', 'kind: sit-in');
  expect(copy.problems().map(({ rule }) => rule)).toEqual(['unknown-kind']);
});

test.each([
  [
    'before',
    '{ from: 1998-11-03, to: 2021-12-31}',
    MARIGOLD,
    '1998-11-02 is outside the coverage, 1998-11-03 to 2021-12-31.',
  ],
  [
    'after',
    '{ from: 1998-01-01, to: 2021-01-31}',
    WALKOUT,
    '2021-02-01 is outside the coverage, 1998-01-01 to 2021-01-31.',
  ],
])('an event %s the coverage is reported at its date', (_, coverage, file, message) => {
  copy.replace('timeline.yaml', '{ from: 1998-01-01, to: 2021-12-31 }', coverage);
  expect(copy.problems()).toEqual([
    {
      severity: 'error',
      rule: 'outside-coverage',
      file: `ferries/${file}`,
      line: copy.lineOf(file, '\ndate: ') + 1,
      field: 'date',
      message,
      remedy: 'Move the file to candidates/, or widen coverage in timeline.yaml if the record is complete up to there.',
    },
  ]);
});

test('a coverage that ends before it begins is reported once, and no event is held against it', () => {
  copy.replace('timeline.yaml', '{ from: 1998-01-01, to: 2021-12-31 }', '{ from: 2021-12-31, to: 1998-01-01 }');
  expect(copy.problems()).toEqual([
    {
      severity: 'error',
      rule: 'backward-coverage',
      file: 'ferries/timeline.yaml',
      line: copy.lineOf('timeline.yaml', 'coverage:'),
      field: 'coverage.from',
      message: 'The coverage begins on 2021-12-31, after its end on 1998-01-01.',
      remedy: 'Write the first day that the record covers in from, and the last in to.',
    },
  ]);
});

test('a date, a time and an attribution that no source supports are each reported where they stand', () => {
  copy.write(
    AGROUND,
    copy
      .text(AGROUND)
      .replace('attribution: { status: not-applicable }', 'attribution: {status: disputed, note: by the line}')
      .replace(/supports: .*/, 'supports: [links]'),
  );
  const unsupported = (field: string, at: string) => ({
    severity: 'error',
    rule: 'unsupported-statement',
    file: `ferries/${AGROUND}`,
    line: copy.lineOf(AGROUND, at) + 1,
    field,
    message: `No source supports the ${field}.`,
    remedy: `Add ${field} to the supports of the source that states it, or add a source.`,
  });
  expect(copy.problems()).toEqual([
    unsupported('date', '\ndate:'),
    unsupported('time', '\ntime:'),
    unsupported('attribution', '\nattribution:'),
  ]);
});

test('one page with a caveat is a warning, not an error', () => {
  const [reading] = readTimelines(copy.folder);
  expect(reading?.problems).toEqual([
    {
      severity: 'warning',
      rule: 'single-source',
      file: `ferries/${AGROUND}`,
      line: copy.lineOf(AGROUND, '\nsources:') + 1,
      field: 'sources',
      message: 'The event rests on one page.',
      remedy: 'Look for a second, independent source.',
    },
  ]);
});

test('a figure given later than all its pages is a warning, but for the day that midnight makes', () => {
  const dated = (asOf: string) =>
    writeFileSync(copy.path(COLLISION), copy.text(COLLISION).replace(/asOf: [^,]+/, `asOf: ${asOf}`));
  const original = copy.text(COLLISION);
  dated('2012-03-07');
  expect(copy.problems()).toEqual([]);
  writeFileSync(copy.path(COLLISION), original);
  dated('2012-03-08');
  expect(copy.problems()).toEqual([
    {
      severity: 'warning',
      rule: 'as-of-after-sources',
      file: `ferries/${COLLISION}`,
      line: copy.lineOf(COLLISION, 'asOf: 2012-03-08'),
      field: 'figures[0].asOf',
      message: 'The figure is as of 2012-03-08, later than the last of its sources, 2012-03-06.',
      remedy: 'Correct whichever of the two is wrong.',
    },
  ]);
});

test('an address with a bare number for its host is a warning, unless its source counts as the weakest', () => {
  const bare = 'url: https://192.0.2.7/2012/heron';
  const swap = (from: string, to: string) =>
    writeFileSync(copy.path(COLLISION), copy.text(COLLISION).replace(from, to));
  swap('url: https://post.example.org/2012/heron', bare);
  expect(copy.problems()).toEqual([
    {
      severity: 'warning',
      rule: 'bare-address',
      file: `ferries/${COLLISION}`,
      line: copy.lineOf(COLLISION, bare),
      field: 'sources[1].url',
      message: 'The address has a bare number for its host.',
      remedy:
        'Give the address that the page has with its publisher, or set strength: other, so that it is cited last.',
    },
  ]);
  swap(bare, `strength: other\n    ${bare}`);
  expect(copy.problems()).toEqual([]);
});

/** Adds a second report of the collision of 2012, a day later. */
function addTwin(extra: string): string {
  const twin = 'events/2012/2012-03-06-collision-in-kestrel-sound.yaml';
  const text = copy
    .text(COLLISION)
    .replaceAll('2012-03-05', '2012-03-06')
    .replace('confusedWith: [2016-03-05-collision-in-kestrel-sound]\n', extra);
  writeFileSync(copy.path(twin), text);
  return twin;
}

test('an event entered twice is a warning at the second', () => {
  const twin = addTwin('');
  expect(copy.problems()).toEqual([
    {
      severity: 'warning',
      rule: 'near-duplicate',
      file: `ferries/${twin}`,
      line: 1,
      field: 'id',
      message: 'It looks like 2012-03-05-collision-in-kestrel-sound entered twice.',
      remedy: 'Merge them, or link them or list each in the confusedWith of the other.',
    },
  ]);
});

test('two like events that are linked are no duplicate', () => {
  addTwin('links:\n  - {type: follows, to: 2012-03-05-collision-in-kestrel-sound}\n');
  expect(copy.problems()).toEqual([]);
});

test('an event file in a folder of another year is read all the same', () => {
  renameSync(copy.path(INQUIRY), copy.path('events/1998/1999-06-15-marigold-inquiry.yaml'));
  expect(copy.problems()).toEqual([]);
});
