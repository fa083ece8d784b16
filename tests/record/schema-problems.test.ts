import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakWith, type Defect, TimelineCopy } from '../support/broken-timeline.ts';

const AGROUND = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';
const SHOWS_FORM = 'Correct the value; data/README.md shows the form.';

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

type Wrong = Pick<Defect, 'found' | 'put' | 'at' | 'field' | 'message'> & { remedy?: string };

/** The schema problem that a change to one event must give, and no other problem at its line. */
function expectWrong(wrong: Wrong, file = AGROUND): void {
  const expected = breakWith(copy, { remedy: SHOWS_FORM, ...wrong, file, rule: 'schema' });
  expect(copy.problems().filter(({ file: at, field }) => at === expected.file && field === expected.field)).toEqual([
    expected,
  ]);
}

describe('a field of an event', () => {
  test.each<[string, Wrong]>([
    [
      'that nobody knows',
      {
        found: 'caveat:',
        put: 'remark:',
        at: 'remark:',
        field: 'remark',
        message: 'There is no field called remark.',
        remedy: 'Remove it or mend its spelling; data/README.md lists the fields.',
      },
    ],
    [
      'that nobody knows, inside another',
      {
        found: 'value: 2',
        put: 'valeu: 3, value: 2',
        at: 'valeu: 3',
        field: 'figures[0].valeu',
        message: 'There is no field called valeu.',
        remedy: 'Remove it or mend its spelling; data/README.md lists the fields.',
      },
    ],
    [
      'that is missing',
      {
        found: 'title: Marigold II runs aground at Dorrin Quay\n',
        put: '',
        at: 'id: 2009',
        field: 'title',
        message: 'The field is missing (string expected).',
        remedy: 'Write a string here.',
      },
    ],
    [
      'of a wrong type',
      {
        found: 'date: 2009-08-21\ntime',
        put: 'date: 2009\ntime',
        at: 'date: 2009\n',
        field: 'date',
        message: 'The value is a number, a string is expected.',
        remedy: 'Write a string here.',
      },
    ],
    [
      'that should be a list',
      {
        found: 'by: [orvane-line]',
        put: 'by: orvane-line',
        at: 'by:',
        field: 'by',
        message: 'The value is a string, a list is expected.',
        remedy: 'Write a list here.',
      },
    ],
    [
      'that is an empty list',
      {
        found: 'by: [orvane-line]',
        put: 'by: []',
        at: 'by:',
        field: 'by',
        message: 'The value names no actor.',
      },
    ],
    [
      'with a day that no calendar has',
      {
        found: 'date: 2009-08-21\ntime',
        put: 'date: 2009-02-29\ntime',
        at: 'date: 2009-02-29',
        field: 'date',
        message: 'The value "2009-02-29" is not an EDTF date: the calendar has no such day.',
      },
    ],
    [
      'with an address of another protocol',
      {
        found: 'url: https',
        put: 'url: javascript',
        at: 'url:',
        field: 'sources[0].url',
        message: 'The value is not an http(s) address.',
      },
    ],
    [
      'with no address at all',
      {
        found: 'https://post.example.org/2009/shingle',
        put: 'shingle',
        at: 'url:',
        field: 'sources[0].url',
        message: 'The value is not an http(s) address.',
      },
    ],
    [
      'with a time zone that does not exist',
      {
        found: 'Europe/Stockholm',
        put: 'Europe/Pemberley',
        at: 'timeZone',
        field: 'timeZone',
        message: 'The value is not an IANA time zone.',
      },
    ],
    [
      'with a time zone given as an abbreviation',
      {
        found: 'Europe/Stockholm',
        put: 'EST',
        at: 'timeZone',
        field: 'timeZone',
        message: 'The value is not an IANA time zone.',
      },
    ],
    [
      'with an hour that no clock has',
      {
        found: 'time: 06:15',
        put: 'time: 24:15',
        at: 'time: 24',
        field: 'time',
        message: 'The value is not HH:MM or ~HH:MM.',
      },
    ],
    [
      'with a word that is not on its list',
      {
        found: 'status: not-applicable',
        put: 'status: perhaps',
        at: 'status:',
        field: 'attribution.status',
        message: 'The value is none of those allowed.',
        remedy: 'Use one of: claimed, attributed, unclaimed, disputed, denied, not-applicable.',
      },
    ],
    [
      'with a text of spaces',
      {
        found: 'title: Marigold II runs aground at Dorrin Quay',
        put: 'title: "  "',
        at: 'title: " ',
        field: 'title',
        message: 'The value is empty.',
      },
    ],
    [
      'with an id in another form',
      {
        found: 'kind: grounding',
        put: 'kind: Running aground',
        at: 'kind:',
        field: 'kind',
        message: 'The value is not kebab-case.',
      },
    ],
    [
      'with a range that runs backwards',
      {
        found: 'value: 2',
        put: 'value: {from: 3, to: 1}',
        at: 'value:',
        field: 'figures[0].value',
        message: 'The value runs backwards.',
      },
    ],
    [
      'with a number written out',
      {
        found: 'value: 2',
        put: 'value: two',
        at: 'value:',
        field: 'figures[0].value',
        message: 'The value is no valid input.',
        remedy: 'Write one of the forms that data/README.md gives for this field.',
      },
    ],
    [
      'with a day of another form',
      {
        found: 'caveat:',
        put: 'verified: {on: yesterday, by: second-reading}\ncaveat:',
        at: 'verified:',
        field: 'verified.on',
        message: 'The value is no valid ISO date.',
      },
    ],
  ])('%s', (_, wrong) => expectWrong(wrong));
});

test('a source with both a headline and a description, or neither, is told to choose', () => {
  const message = 'The value needs either a title (the headline seen) or a description (ours), not both.';
  const rest = { at: '- key: a', field: 'sources[0]', message };
  expectWrong({ found: 'title: Ferry on the shingle', put: 'title: Ferry\n    description: a page', ...rest });
  expectWrong({ found: '    title: Ferry\n    description: a page\n', put: '', ...rest, at: '- key' });
});

test('a field of the gazetteer is checked like a field of an event', () => {
  expectWrong(
    {
      found: 'coordinates: [58.9, 13.2]',
      put: 'coordinates: [158.9, 13.2]',
      at: 'coordinates',
      field: 'places[2].coordinates[0]',
      message: 'The value is too big: expected number to be <=90.',
    },
    'places.yaml',
  );
});
