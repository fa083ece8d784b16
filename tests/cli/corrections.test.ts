import { afterEach, beforeEach, expect, test } from 'vitest';
import { TimelineCopy } from '../support/broken-timeline.ts';
import { run } from '../support/captured-console.ts';

const ID = '2016-03-05-collision-in-kestrel-sound';
const BARGE = `events/2016/${ID}.yaml`;
const CORRECTION = `corrections:
  - { on: 2026-11-22, field: figures, was: three bargemen picked up, now: two bargemen picked up, sources: [b] }
`;

let copy: TimelineCopy;
beforeEach(() => {
  copy = new TimelineCopy();
});
afterEach(() => {
  copy.remove();
});

const corrections = (...args: string[]) => run('corrections', '--data', copy.folder, ...args);

test('a record without any says so', async () => {
  expect((await corrections()).lines).toEqual(['The record holds no correction so far.']);
  expect((await corrections(ID)).lines).toEqual(['The record of this event holds no correction so far.']);
});

test('prints what the record said, what it says now, and the source that bears it out', async () => {
  copy.write(BARGE, copy.text(BARGE) + CORRECTION);
  const { status, out } = await corrections();
  expect(status).toBe(0);
  expect(out).toContain('The record tells of 1 correction in 1 event; the last is of 22 November 2026.');
  expect(out).toContain(
    'Corrected on 22 November 2026: it said “three bargemen picked up”, and says “two bargemen picked up” now.',
  );
  expect(out).toContain('Skarnholm Post');
  expect((await corrections('2016-05-09-deckhands-strike')).out).toContain('no correction');
});

test('tells of an event that was withdrawn, which is answered no more', async () => {
  const fire = 'events/2018/2018-07-20-fire-aboard-the-heron.yaml';
  const question = ['ask', 'When was the fire aboard the Heron?', '--data', copy.folder];
  expect((await run(...question)).out).toContain('Fire in the engine room of the Heron');
  copy.write(fire, `${copy.text(fire)}status: { is: withdrawn, on: 2026-11-22, note: Nobody else saw smoke. }\n`);
  expect((await corrections()).out).toContain('Withdrawn on 22 November 2026: Nobody else saw smoke.');
  expect((await run(...question)).out).not.toContain('Fire in the engine room of the Heron');
  expect((await corrections('2018-07-20-fire-aboard-the-heron')).out).toContain('Nobody else saw smoke.');
});

test('prints one line of JSON', async () => {
  copy.write(BARGE, copy.text(BARGE) + CORRECTION);
  const { lines } = await corrections(ID, '--json');
  expect(JSON.parse(lines[0]!)).toMatchObject({ kind: 'meta', status: 'answered' });
});

test('an event that the record does not hold is refused', async () => {
  const { status, errors } = await corrections('2016-01-01-nothing');
  expect(status).toBe(2);
  expect(errors).toContain('The record holds no event 2016-01-01-nothing');
});
