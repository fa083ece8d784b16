import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakWith, type Defect, TimelineCopy } from '../../support/broken-timeline.ts';

const AGROUND = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';
const COLLISION = 'events/2012/2012-03-05-collision-in-kestrel-sound.yaml';
const BARGE = 'events/2016/2016-03-05-collision-in-kestrel-sound.yaml';
const SETTLEMENT = 'events/2016/2016-05-27-pay-settlement.yaml';
const INQUIRY = 'events/1999/1999-06-15-marigold-inquiry.yaml';

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

describe('one event', () => {
  test.each<[string, Defect]>([
    [
      'whose date is not the one in its id',
      {
        file: AGROUND,
        found: 'date: 2009-08-21\ntime',
        put: 'date: 2009-08-12\ntime',
        at: 'date: 2009-08-12',
        rule: 'date-against-id',
        field: 'date',
        message: 'The date begins on 2009-08-12, the id says 2009-08-21.',
        remedy: 'Correct whichever of the two is wrong; an id is changed only before it is published.',
      },
    ],
    [
      'with a home date in a timeline without a home clock',
      {
        file: BARGE,
        found: 'kind: collision',
        put: 'homeDate: 2016-03-04\nkind: collision',
        at: 'homeDate',
        rule: 'no-home-clock',
        field: 'homeDate',
        message: 'The timeline names no home clock.',
        remedy: 'Remove homeDate, or add home to timeline.yaml.',
      },
    ],
    [
      'linked to an event that is not there',
      {
        file: SETTLEMENT,
        found: 'to: 2016-05-09-deckhands-strike',
        put: 'to: 2016-05-08-deckhands-strike',
        at: 'to: 2016-05-08',
        rule: 'unknown-link',
        field: 'links[0].to',
        message: 'There is no event 2016-05-08-deckhands-strike.',
        remedy: 'Did you mean 2016-05-09-deckhands-strike? Otherwise add it to events/.',
      },
    ],
    [
      'linked to itself',
      {
        file: SETTLEMENT,
        found: 'to: 2016-05-09-deckhands-strike',
        put: 'to: 2016-05-27-pay-settlement',
        at: 'to: 2016-05-27',
        rule: 'link-to-itself',
        field: 'links[0].to',
        message: 'The event is linked to itself.',
        remedy: 'Remove the link.',
      },
    ],
    [
      'confused with an event that is not there',
      {
        file: INQUIRY,
        found: 'sources:',
        put: 'confusedWith: [1999-06-15-marigold-report]\nsources:',
        at: 'confusedWith',
        rule: 'unknown-confusion',
        field: 'confusedWith[0]',
        message: 'There is no event 1999-06-15-marigold-report.',
        remedy: 'Did you mean 1999-06-15-marigold-inquiry? Otherwise add it to events/.',
      },
    ],
    [
      'confused with itself',
      {
        file: INQUIRY,
        found: 'sources:',
        put: 'confusedWith: [1999-06-15-marigold-inquiry]\nsources:',
        at: 'confusedWith',
        rule: 'confusion-with-itself',
        field: 'confusedWith[0]',
        message: 'The event is confused with itself.',
        remedy: 'Remove the line.',
      },
    ],
    [
      'confused with one that does not point back',
      {
        file: INQUIRY,
        found: 'sources:',
        put: 'confusedWith: [2021-02-01-one-day-walkout]\nsources:',
        at: 'confusedWith',
        rule: 'one-sided-confusion',
        field: 'confusedWith[0]',
        message: '2021-02-01-one-day-walkout does not point back.',
        remedy:
          'Add 1999-06-15-marigold-inquiry to confusedWith of 2021-02-01-one-day-walkout, or remove the line here.',
      },
    ],
    [
      'two of whose sources have one key',
      {
        file: BARGE,
        found: 'key: b',
        put: 'key: a',
        at: 'key: a\n    title: Gravel',
        rule: 'duplicate-source-key',
        field: 'sources[1].key',
        message: 'The key a is used twice.',
        remedy: 'Give each source a key of its own.',
      },
    ],
    [
      'with a figure that cites no source of the event',
      {
        file: BARGE,
        found: 'sources: [a]',
        put: 'sources: [c]',
        at: 'sources: [c]',
        rule: 'unknown-source',
        field: 'figures[0].sources',
        message: 'No source has the key c.',
        remedy: 'Use one of a, b, or add the source.',
      },
    ],
    [
      'that somebody claimed, though its status says otherwise',
      {
        file: COLLISION,
        found: 'attribution: { status: not-applicable }',
        put: 'attribution: { status: unclaimed, claimedBy: [orvane-line] }',
        at: 'status: unclaimed',
        rule: 'claim-against-status',
        field: 'attribution.status',
        message: 'The status is unclaimed, but orvane-line claimed it.',
        remedy: 'Write claimed, or disputed where the claim is doubted; or take the claim out.',
      },
    ],
    [
      'that rests on one page and does not say so',
      {
        file: AGROUND,
        found: 'caveat: One local paper is the only source for this grounding.\n',
        put: '',
        at: 'sources:\n',
        rule: 'single-source-without-caveat',
        field: 'sources',
        message: 'The event rests on one page and does not say so.',
        remedy: 'Add a second, independent source, or a caveat that tells the reader.',
      },
    ],
    [
      'whose pages all give one report',
      {
        file: BARGE,
        found: 'publisher: Skarnholm Post',
        put: 'publisher: Skarnholm Post\n    carries: Brunsvik Courier',
        at: 'sources:\n',
        rule: 'single-source-without-caveat',
        field: 'sources',
        message: 'The event rests on the report of Brunsvik Courier alone and does not say so.',
        remedy: 'Add a second, independent source, or a caveat that tells the reader.',
      },
    ],
    [
      'with a time that no source states',
      {
        file: BARGE,
        found: 'timeZone:',
        put: 'time: "04:30"\ntimeZone:',
        at: 'time: "04:30"',
        rule: 'unsupported-statement',
        field: 'time',
        message: 'No source supports the time.',
        remedy: 'Add time to the supports of the source that states it, or add a source.',
      },
    ],
    [
      'with a correction that no source of it bears out',
      {
        file: BARGE,
        found: 'verified:',
        put: 'corrections: [{ on: 2026-11-22, field: date, was: 4 March, now: 5 March, sources: [z] }]\nverified:',
        at: 'corrections:',
        rule: 'unknown-source',
        field: 'corrections[0].sources',
        message: 'No source has the key z.',
        remedy: 'Use one of a, b, or add the source.',
      },
    ],
    [
      'that no second reader has checked',
      {
        file: BARGE,
        found: 'verified: { on: 2026-11-22, by: second-reading }',
        put: '',
        at: 'id: 2016-03-05',
        rule: 'unverified',
        field: '',
        message: 'No second reader has checked the event.',
        remedy: 'Read it again beside other pages, mend what is wrong, and set verified.',
        severity: 'warning',
      },
    ],
  ])('%s', (_, defect) => {
    const expected = breakWith(copy, defect);
    expect(copy.problems()).toEqual([expected]);
  });
});

test('where publishers are ranked, one that is not is told of', () => {
  copy.write(
    'publishers.yaml',
    'publishers:\n  - { name: Brunsvik Courier, strength: major }\n  - { name: Skarnholm Post, strength: other }\n',
  );
  const unranked = copy.problems().filter(({ rule }) => rule === 'unranked-publisher');
  expect(unranked.length).toBeGreaterThan(0);
  for (const { message, severity } of unranked) {
    expect(severity).toBe('warning');
    expect(message).not.toMatch(/Brunsvik Courier|Skarnholm Post/);
  }
});

test('no event may be linked to one that was withdrawn', () => {
  const strike = 'events/2016/2016-05-09-deckhands-strike.yaml';
  copy.write(strike, `${copy.text(strike)}status: { is: withdrawn, on: 2026-11-22, note: It was called off. }\n`);
  expect(copy.problems().map(({ rule }) => rule)).toContain('link-to-withdrawn');
});

test('a home date beside a time is refused, with the day that the clock gives', () => {
  copy.replace('timeline.yaml', 'maintainer:', 'home: {name: Pemberley, timeZone: America/New_York}\nmaintainer:');
  const expected = breakWith(copy, {
    file: COLLISION,
    found: 'kind: collision',
    put: 'homeDate: 2012-03-04\nkind: collision',
    at: 'homeDate',
    rule: 'home-date-computed',
    field: 'homeDate',
    message: 'The date in Pemberley follows from the time: it was 2012-03-04 there.',
    remedy: 'Remove homeDate, or remove the time if no source states it.',
  });
  expect(copy.problems()).toEqual([expected]);
});

test('a home date without a time passes where the timeline has a home clock', () => {
  copy.replace('timeline.yaml', 'maintainer:', 'home: {name: Pemberley, timeZone: America/New_York}\nmaintainer:');
  copy.replace(BARGE, 'kind: collision', 'homeDate: 2016-03-04\nkind: collision');
  expect(copy.problems()).toEqual([]);
});
