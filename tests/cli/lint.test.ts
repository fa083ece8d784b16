import { afterEach, beforeEach, expect, test } from 'vitest';
import { TimelineCopy } from '../support/broken-timeline.ts';
import { run } from '../support/captured-console.ts';

const AGROUND = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

test('a record with warnings only passes, and the warnings are printed', async () => {
  const { status, lines, errors } = await run('lint', '--on', '2027-06-01', '--data', copy.folder);
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(lines).toEqual([
    `warning ferries/${AGROUND}:16 sources: The event rests on one page. Look for a second, independent source. [single-source]`,
    `warning ferries/${AGROUND}:1 No second reader has checked the event. Read it again beside other pages, mend what is wrong, and set verified. [unverified]`,
    '9 events: 0 errors, 2 warnings',
  ]);
});

test('warnings are counted but not printed with --quiet', async () => {
  const { lines } = await run('lint', '--on', '2027-06-01', '--data', copy.folder, '--quiet');
  expect(lines).toEqual(['9 events: 0 errors, 2 warnings']);
});

test('a record with errors fails with status 1, each error on its line with file, line, field and remedy', async () => {
  copy.replace(AGROUND, 'kind: grounding', 'kind: sitting');
  copy.replace('people.yaml', 'of: orvane-line', 'of: nobody');
  const { status, lines } = await run('lint', '--on', '2027-06-01', '--data', copy.folder, '--quiet');
  expect(status).toBe(1);
  expect(lines).toEqual([
    `error ferries/${AGROUND}:${copy.lineOf(AGROUND, 'kind:')} kind: There is no kind sitting. Add it to kinds.yaml. [unknown-kind]`,
    `error ferries/people.yaml:${copy.lineOf('people.yaml', 'of: nobody')} people[0].of: There is no actor nobody. Add it to actors.yaml. [unknown-actor]`,
    '9 events: 2 errors, 2 warnings',
  ]);
});

test('it adds the advice that loading leaves out', async () => {
  const twin = copy
    .text('events/2012/2012-03-05-collision-in-kestrel-sound.yaml')
    .replaceAll('2012-03-05', '2012-03-06')
    .replace(/confusedWith: .*\n/, '');
  copy.write('events/2012/2012-03-06-collision-in-kestrel-sound.yaml', twin);
  const { status, out } = await run('lint', '--on', '2027-06-01', '--data', copy.folder);
  expect(status).toBe(0);
  expect(out).toContain('[near-duplicate]');
});

test('what was checked more than a year ago is advised to be read again', async () => {
  const { status, lines } = await run('lint', '--on', '2028-01-01', '--data', copy.folder);
  expect(status).toBe(0);
  expect(lines.filter((line) => line.includes('[verified-long-ago]'))).toHaveLength(8);
});
