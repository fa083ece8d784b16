import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakWith, type Defect, TimelineCopy } from '../../support/broken-timeline.ts';

const MARIGOLD = 'events/1998/1998-11-02-sinking-of-the-marigold.yaml';
const AGROUND = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';
const STRIKE = 'events/2016/2016-05-09-deckhands-strike.yaml';

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

test('the fixture itself has no problem', () => {
  expect(copy.problems()).toEqual([]);
});

type Unknown = Pick<Defect, 'file' | 'found' | 'put' | 'at' | 'field'> & { type: string; id: string; near?: string };

describe('a name in an event that resolves to nothing', () => {
  test.each<[string, Unknown]>([
    [
      'kind',
      {
        type: 'kind',
        id: 'run-aground',
        file: AGROUND,
        found: 'kind: grounding',
        put: 'kind: run-aground',
        at: 'kind:',
        field: 'kind',
      },
    ],
    [
      'weapon',
      {
        type: 'weapon',
        id: 'ram',
        file: AGROUND,
        found: 'kind: grounding',
        put: 'kind: grounding\nweapons: [ram]',
        at: 'weapons:',
        field: 'weapons[0]',
      },
    ],
    [
      'place',
      {
        type: 'place',
        id: 'dorrin',
        file: AGROUND,
        found: '[dorrin-quay]',
        put: '[dorrin]',
        at: '[dorrin]',
        field: 'places[0]',
        near: 'dorrin-quay',
      },
    ],
    [
      'actor that did it',
      {
        type: 'actor',
        id: 'orvane-lines',
        file: AGROUND,
        found: 'by: [orvane-line]',
        put: 'by: [orvane-lines]',
        at: 'by:',
        field: 'by[0]',
        near: 'orvane-line',
      },
    ],
    [
      'actor it was aimed at',
      {
        type: 'actor',
        id: 'nobody',
        file: AGROUND,
        found: 'against: []',
        put: 'against: [orvane-line, nobody]',
        at: 'against:',
        field: 'against[1]',
      },
    ],
    [
      'actor that claimed it',
      {
        type: 'actor',
        id: 'pirates',
        file: STRIKE,
        found: 'claimedBy: [deckhands-union]',
        put: 'claimedBy: [pirates]',
        at: 'claimedBy',
        field: 'attribution.claimedBy[0]',
      },
    ],
    [
      'actor that denied it',
      {
        type: 'actor',
        id: 'pirates',
        file: MARIGOLD,
        found: 'deniedBy: [orvane-line]',
        put: 'deniedBy: [pirates]',
        at: 'deniedBy',
        field: 'attribution.deniedBy[0]',
      },
    ],
    [
      'actor that was accused',
      {
        type: 'actor',
        id: 'pirates',
        file: MARIGOLD,
        found: 'actor: orvane-line',
        put: 'actor: pirates',
        at: 'actor: pirates',
        field: 'attribution.accused[0].actor',
      },
    ],
    [
      'person',
      {
        type: 'person',
        id: 'captain-tolvik',
        file: MARIGOLD,
        found: 'person: maren-tolvik',
        put: 'person: captain-tolvik',
        at: 'person:',
        field: 'people[0].person',
        near: 'maren-tolvik',
      },
    ],
    [
      'measure',
      {
        type: 'measure',
        id: 'hurt',
        file: AGROUND,
        found: 'what: injured',
        put: 'what: hurt',
        at: 'what: hurt',
        field: 'figures[0].what',
      },
    ],
  ])('%s', (_, { type, id, near, ...change }) => {
    const list = type === 'person' ? 'people.yaml' : `${type}s.yaml`;
    const expected = breakWith(copy, {
      ...change,
      rule: `unknown-${type}`,
      message: `There is no ${type} ${id}.`,
      remedy: near === undefined ? `Add it to ${list}.` : `Did you mean ${near}? Otherwise add it to ${list}.`,
    });
    expect(copy.problems()).toEqual([expected]);
  });
});
