import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakWith, type Defect, TimelineCopy } from '../../support/broken-timeline.ts';

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

const KIND = 'nouns: [sinking, foundering]';
const MEASURE = '{ id: rescued, name: rescued';

/** What an id that resolves to nothing is told. */
const unknown = (type: string, id: string, near?: string) => ({
  rule: `unknown-${type}`,
  message: `There is no ${type} ${id}.`,
  remedy: near === undefined ? `Add it to ${type}s.yaml.` : `Did you mean ${near}? Otherwise add it to ${type}s.yaml.`,
});

describe('the vocabulary', () => {
  test.each<[string, Defect]>([
    [
      'a kind with a weapon that is not there',
      {
        file: 'kinds.yaml',
        found: KIND,
        put: `${KIND}\n    weapons: [gale]`,
        at: 'weapons: [gale]',
        field: 'kinds[0].weapons',
        ...unknown('weapon', 'gale'),
      },
    ],
    [
      'a generic word for a kind that is not there',
      {
        file: 'kinds.yaml',
        found: 'kinds: [walkout, settlement]',
        put: 'kinds: [walkout, pay-settlement]',
        at: 'kinds: [walkout, pay',
        field: 'generic[1].kinds',
        ...unknown('kind', 'pay-settlement', 'settlement'),
      },
    ],
    [
      'a weapon within one that is not there',
      {
        file: 'weapons.yaml',
        found: 'weapons: []',
        put: 'weapons:\n  - {id: fog, name: fog, within: weather}',
        at: 'id: fog',
        field: 'weapons[0].within',
        ...unknown('weapon', 'weather'),
      },
    ],
    [
      'a measure within one that is not there',
      {
        file: 'measures.yaml',
        found: 'within: killed',
        put: 'within: drowned',
        at: 'id: crew-killed',
        field: 'measures[3]',
        ...unknown('measure', 'drowned'),
      },
    ],
    [
      'a measure that covers one that is not there',
      {
        file: 'measures.yaml',
        found: 'covers: [killed, injured]',
        put: 'covers: [killed, hurt]',
        at: 'id: casualties',
        field: 'measures[2]',
        ...unknown('measure', 'hurt'),
      },
    ],
    [
      'a weapon inside itself',
      {
        file: 'weapons.yaml',
        found: 'weapons: []',
        put: 'weapons:\n  - {id: fog, name: fog, within: fog}',
        at: 'id: fog',
        rule: 'parent-circle',
        field: 'weapons[0].within',
        message: 'fog is inside itself.',
        remedy: 'Take the circle out of the within fields.',
      },
    ],
    [
      'a measure inside itself',
      {
        file: 'measures.yaml',
        found: MEASURE,
        put: `${MEASURE}, within: rescued`,
        at: MEASURE,
        rule: 'parent-circle',
        field: 'measures[4].within',
        message: 'rescued is inside itself.',
        remedy: 'Take the circle out of the within fields.',
      },
    ],
    [
      'an id given to two kinds',
      {
        file: 'kinds.yaml',
        found: 'generic:',
        put: '  - {id: sinking, name: loss, plural: losses, group: accident}\ngeneric:',
        at: 'name: loss',
        rule: 'duplicate-id',
        field: 'kinds[7].id',
        message: 'The id sinking is given twice.',
        remedy: 'Merge the two entries.',
      },
    ],
    [
      'an id given to two weapons',
      {
        file: 'weapons.yaml',
        found: 'weapons: []',
        put: 'weapons:\n  - {id: fog, name: fog}\n  - {id: fog, name: mist}',
        at: 'name: mist',
        rule: 'duplicate-id',
        field: 'weapons[1].id',
        message: 'The id fog is given twice.',
        remedy: 'Merge the two entries.',
      },
    ],
    [
      'an id given to two measures',
      {
        file: 'measures.yaml',
        found: 'measures:\n',
        put: 'measures:\n  - {id: rescued, name: saved}\n',
        at: MEASURE,
        rule: 'duplicate-id',
        field: 'measures[5].id',
        message: 'The id rescued is given twice.',
        remedy: 'Merge the two entries.',
      },
    ],
  ])('%s', (_, defect) => {
    const expected = breakWith(copy, defect);
    expect(copy.problems()).toEqual([expected]);
  });

  test('measures that lie in each other are each told so', () => {
    copy.replace('measures.yaml', 'deaths: true,', 'deaths: true, within: crew-killed,');
    expect(copy.problems().map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      'parent-circle measures[0].within',
      'parent-circle measures[3].within',
    ]);
  });
});
