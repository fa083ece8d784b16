import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TimelineCopy } from '../support/broken-timeline.ts';

const AGROUND = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

test('a file that is empty is told what belongs there', () => {
  copy.write('words.yaml', '');
  expect(copy.problems()).toEqual([
    {
      severity: 'error',
      rule: 'schema',
      file: 'ferries/words.yaml',
      field: '',
      message: 'The value is empty, an object is expected.',
      remedy: 'Write an object here.',
    },
  ]);
});

describe('a file that is no YAML', () => {
  const MEND = 'Mend the line; a text with a colon or a leading quote needs quotes around all of it.';
  const WRITE_OUT = 'Write the value out; a text that begins with * or & needs quotes around it.';
  test.each([
    ['a colon in a text', 'title: Marigold: aground', 2, 'Nested mappings are not allowed in compact mappings.', MEND],
    ['a quote that is not closed', 'title: "Marigold', 23, 'Missing closing "quote.', MEND],
    ['a tab for indentation', 'title: Marigold\n\tx: 1', 3, 'Tabs are not allowed as indentation.', MEND],
    ['a key given twice', 'title: Marigold\nid: again', 3, 'Map keys must be unique.', MEND],
    [
      'an alias without its anchor',
      'title: *Marigold',
      undefined,
      'Unresolved alias (the anchor must be set before the alias): Marigold.',
      WRITE_OUT,
    ],
  ])('%s', (_, put, line, reason, remedy) => {
    copy.replace(AGROUND, 'title: Marigold II runs aground at Dorrin Quay', put);
    const [problem] = copy.problems();
    expect(problem).toEqual({
      severity: 'error',
      rule: 'yaml-syntax',
      file: `ferries/${AGROUND}`,
      ...(line === undefined ? {} : { line }),
      field: '',
      message: `This is not valid YAML: ${reason}`,
      remedy,
    });
  });

  test('aliases that swell without end are refused, not followed', () => {
    const nine = (name: string) => `[${Array(9).fill(name).join(', ')}]`;
    copy.write('words.yaml', `a: &a ${nine('x')}\nb: &b ${nine('*a')}\nc: &c ${nine('*b')}\nd: ${nine('*c')}\n`);
    expect(copy.problems().map(({ rule, file }) => `${rule} ${file}`)).toEqual(['yaml-syntax ferries/words.yaml']);
  });
});
