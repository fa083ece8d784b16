import { expect, test } from 'vitest';
import { TimelineCopy } from '../support/broken-timeline.ts';
import { run } from '../support/captured-console.ts';

const BARGE = 'events/2016/2016-03-05-collision-in-kestrel-sound.yaml';

test('lists what is to be read again, what nobody has read first', async () => {
  const copy = new TimelineCopy();
  try {
    expect((await run('recheck', '--on', '2027-06-01', '--data', copy.folder)).lines).toEqual([
      'never       2009-08-21-marigold-ii-runs-aground',
      '1 of 9 events are to be read again',
    ]);
    copy.write(BARGE, copy.text(BARGE).replace(/^verified:.*$/m, ''));
    const { status, lines } = await run('recheck', '--on', '2028-01-01', '--data', copy.folder);
    expect(status).toBe(0);
    expect(lines.slice(0, 2).sort()).toEqual([
      'never       2009-08-21-marigold-ii-runs-aground',
      'never       2016-03-05-collision-in-kestrel-sound',
    ]);
    expect(lines[2]).toMatch(/^2026-11-22 {2}\d{4}-\d{2}-\d{2}-/);
    expect(lines.at(-1)).toBe('9 of 9 events are to be read again');
  } finally {
    copy.remove();
  }
});

test('a day that is none is refused', async () => {
  const { status, errors } = await run('recheck', '--on', '2027-02-30');
  expect(status).toBe(2);
  expect(errors).toContain('The calendar has no such day');
});
