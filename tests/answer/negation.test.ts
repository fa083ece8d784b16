import { describe, expect, test } from 'vitest';
import { FERRIES } from '../support/broken-timeline.ts';
import { desk, NOW, openFolder } from '../support/desk.ts';
import { standingOf } from '../support/standing.ts';

const ferries = openFolder(FERRIES);
const ids = (question: string) => ferries.ask(question, { now: NOW }).events.map(({ id }) => id);

const AT_SKARNHOLM = ['1998-11-02-sinking-of-the-marigold', '2009-08-21-marigold-ii-runs-aground'];
const IN_THE_SOUND = ['2012-03-05-collision-in-kestrel-sound', '2016-03-05-collision-in-kestrel-sound'];
const AT_PELLIN = ['2018-07-20-fire-aboard-the-heron'];

test('without a "not" all accidents are listed', () => {
  expect(ids('list accidents')).toEqual([...AT_SKARNHOLM, ...IN_THE_SOUND, ...AT_PELLIN]);
});

test.each(['not', 'but not', 'except', 'excluding', 'besides', 'without', 'other than', 'apart from', 'instead of'])(
  'what follows "%s" is left out',
  (words) => {
    expect(ids(`list accidents ${words} those in Kestrel Sound`)).toEqual([...AT_SKARNHOLM, ...AT_PELLIN]);
  },
);

test.each(['not in Kestrel Sound or at Skarnholm', 'neither in Kestrel Sound nor at Skarnholm'])(
  'of two places, "%s" leaves out either',
  (words) => {
    expect(ids(`list accidents ${words}`)).toEqual(AT_PELLIN);
  },
);

test('one "not" before a description leaves out only what meets all of it', () => {
  expect(ids('list accidents but not the collision in 2012')).toEqual([...AT_SKARNHOLM, IN_THE_SOUND[1], ...AT_PELLIN]);
});

test('what follows a "but" is wanted again', () => {
  expect(ids('list accidents not in Kestrel Sound but at Skarnholm')).toEqual(AT_SKARNHOLM);
});

test('a plain word under a "not" leaves out what is about it, not what speaks of it in passing', () => {
  const held = desk().ask('three US jets brought down by an ally, not the enemy', { now: NOW });
  expect(held.events[0]?.id).toBe('2026-03-02-three-us-f15s-downed-by-kuwait');
  expect(ids('list accidents but not any sinking').length).toBeLessThan(ids('list accidents').length);
});

describe('a "not" reaches', () => {
  test.each([
    ['eight words far', 'what happened not so very long ago or so in Kestrel Sound', 'ruled out'],
    ['no farther', 'what happened not so very long ago or so there in Kestrel Sound', 'must be met'],
    ['to no comma', 'what happened, if not in 1998, in Kestrel Sound', 'must be met'],
    ['to no bracket', 'what happened (not in 1998) in Kestrel Sound', 'must be met'],
    ['to no dash', 'what happened - not in 1998 - in Kestrel Sound', 'must be met'],
    ['past a hyphen', 'what happened not in semi-open Kestrel Sound', 'ruled out'],
    ['nothing before it', 'what happened in Kestrel Sound, not in 1998', 'must be met'],
  ])('%s: %s', (_, question, standing) => {
    expect(standingOf(ferries, question, 'Kestrel Sound')).toBe(standing);
  });

  test.each([
    ['"not only"', 'what happened not only in Kestrel Sound'],
    ['"wasn’t it" at the start', 'wasn’t there a collision in Kestrel Sound'],
  ])('nothing by %s', (_, question) => {
    expect(standingOf(ferries, question, 'Kestrel Sound')).toBe('must be met');
  });
});
