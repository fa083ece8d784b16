import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakWith, type Defect, TimelineCopy } from '../../support/broken-timeline.ts';

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

/** What an id that resolves to nothing is told. */
const unknown = (type: string, id: string, list: string, near?: string) => ({
  rule: `unknown-${type}`,
  message: `There is no ${type} ${id}.`,
  remedy: near === undefined ? `Add it to ${list}.` : `Did you mean ${near}? Otherwise add it to ${list}.`,
});
const CIRCLE = { rule: 'parent-circle', remedy: 'Take the circle out of the within fields.' };
const COLLIDING = {
  rule: 'alias-collision',
  remedy: 'Keep it with the one that people mean by it, and take it from the other.',
};

describe('the gazetteer', () => {
  test.each<[string, Defect]>([
    [
      'a place within one that is not there',
      {
        file: 'places.yaml',
        found: 'within: skarnholm',
        put: 'within: skarn',
        at: 'within: skarn\n',
        field: 'places[7].within',
        ...unknown('place', 'skarn', 'ferries/places.yaml'),
      },
    ],
    [
      'an actor within one that is not there',
      {
        file: 'actors.yaml',
        found: 'within: talvessa-government',
        put: 'within: talvessa-ministry',
        at: 'within: talvessa-m',
        field: 'actors[1].within',
        ...unknown('actor', 'talvessa-ministry', 'ferries/actors.yaml', 'talvessa-government'),
      },
    ],
    [
      'a country that is no place',
      {
        file: 'actors.yaml',
        found: 'kind: company\n    country: talvessa',
        put: 'kind: company\n    country: talvesa',
        at: 'country: talvesa\n',
        field: 'actors[0].country',
        ...unknown('place', 'talvesa', 'places.yaml'),
      },
    ],
    [
      'a person of no known actor',
      {
        file: 'people.yaml',
        found: 'of: orvane-line',
        put: 'of: orvane-lines',
        at: 'of: orvane-lines',
        field: 'people[0].of',
        ...unknown('actor', 'orvane-lines', 'actors.yaml', 'orvane-line'),
      },
    ],
    [
      'an actor inside itself',
      {
        file: 'actors.yaml',
        found: 'within: talvessa-government',
        put: 'within: lake-safety-board',
        at: 'within: lake-s',
        field: 'actors[1].within',
        message: 'lake-safety-board is inside itself.',
        ...CIRCLE,
      },
    ],
    [
      'a name that two places have, however it is written',
      {
        file: 'places.yaml',
        found: 'aliases: [the Kestrel]',
        put: 'aliases: [PELLÍN island]',
        at: 'aliases: [PELL',
        field: 'places[4].aliases',
        message: '"PELLÍN island" of kestrel-sound is already a name of pellin.',
        ...COLLIDING,
      },
    ],
    [
      'a name that two actors have',
      {
        file: 'actors.yaml',
        found: 'aliases: [storm]',
        put: 'aliases: [Deckhands’ union]',
        at: 'aliases: [Deckhands’',
        field: 'actors[4].aliases',
        message: '"Deckhands’ union" of the-weather is already a name of deckhands-union.',
        ...COLLIDING,
      },
    ],
    [
      'a name that two people have',
      {
        file: 'people.yaml',
        found: 'aliases: [Dreel]',
        put: 'aliases: [Dreel, Tolvik]',
        at: 'aliases: [Dreel, T',
        field: 'people[1].aliases',
        message: '"Tolvik" of oskar-dreel is already a name of maren-tolvik.',
        ...COLLIDING,
      },
    ],
  ])('%s', (_, defect) => {
    const expected = breakWith(copy, defect);
    expect(copy.problems()).toEqual([expected]);
  });

  test('places that lie in each other are each told so', () => {
    copy.replace('places.yaml', 'kind: country', 'kind: country\n    within: skarnholm');
    expect(
      copy
        .problems()
        .filter(({ rule }) => rule === 'parent-circle')
        .map(({ line, message }) => ({ line, message })),
    ).toEqual([
      { line: copy.lineOf('places.yaml', 'kind: country') + 1, message: 'talvessa is inside itself.' },
      { line: copy.lineOf('places.yaml', 'kind: lake') + 1, message: 'lake-orvane is inside itself.' },
      {
        line: copy.lineOf('places.yaml', 'within: lake-orvane\n    coordinates'),
        message: 'skarnholm is inside itself.',
      },
    ]);
  });

  test.each([
    [
      'places.yaml',
      'places',
      'places:\n',
      '  - {id: pellin, name: Old Pellin, kind: island, aliases: []}\n',
      'id: pellin\n',
    ],
    [
      'actors.yaml',
      'actors',
      'actors:\n',
      '  - {id: the-weather, name: old weather, kind: cause, aliases: []}\n',
      'id: the-weather\n',
    ],
    ['people.yaml', 'people', 'people:\n', '  - {id: oskar-dreel, name: Old Dreel}\n', 'id: oskar-dreel\n'],
  ])('an id given twice in %s is reported at the second', (file, key, head, twin, second) => {
    copy.replace(file, head, `${head}${twin}`);
    expect(copy.problems()).toEqual([
      {
        severity: 'error',
        rule: 'duplicate-id',
        file: `ferries/${file}`,
        line: copy.lineOf(file, second),
        field: expect.stringMatching(new RegExp(`^${key}\\[\\d+\\]\\.id$`)),
        message: `The id ${second.slice(4).trim()} is given twice.`,
        remedy: 'Merge the two entries.',
      },
    ]);
  });

  test('an id given twice does not shift the lines of other problems', () => {
    copy.replace('places.yaml', 'places:\n', 'places:\n  - {id: pellin, name: Old Pellin, kind: island}\n');
    copy.replace('places.yaml', 'within: skarnholm', 'within: skarn');
    const problem = copy.problems().find(({ rule }) => rule === 'unknown-place');
    expect(problem?.line).toBe(copy.lineOf('places.yaml', 'within: skarn\n'));
  });
});
