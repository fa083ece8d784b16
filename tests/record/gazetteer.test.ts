import { expect, test } from 'vitest';
import { Gazetteer } from '../../src/record/gazetteer.ts';
import type { Actor, Place } from '../../src/record/vocabulary-schema.ts';

const place = (id: string, ...within: string[]): Place => ({ id, name: id, kind: 'town', aliases: [], within });
const actor = (id: string, ...within: string[]): Actor => ({
  id,
  name: id,
  kind: 'group',
  aliases: [],
  adjectives: [],
  within,
});

test('a place lies in its parents and in theirs, by every way up', () => {
  const gazetteer = new Gazetteer(
    [
      place('quay', 'island'),
      place('island', 'lake'),
      place('lake', 'country'),
      place('harbour', 'town', 'lake'),
      place('town', 'country'),
      place('country'),
    ],
    [],
    [],
  );
  expect([...gazetteer.placeClosure(['quay'])].sort()).toEqual(['country', 'island', 'lake', 'quay']);
  expect([...gazetteer.placeClosure(['harbour'])].sort()).toEqual(['country', 'harbour', 'lake', 'town']);
  expect([...gazetteer.placeClosure(['quay', 'town'])].sort()).toEqual(['country', 'island', 'lake', 'quay', 'town']);
  expect([...gazetteer.placeClosure([])]).toEqual([]);
});

test('an actor counts as those that it is a part of', () => {
  const gazetteer = new Gazetteer([], [actor('crew', 'line'), actor('line', 'owners'), actor('owners')], []);
  expect([...gazetteer.actorClosure(['crew'])].sort()).toEqual(['crew', 'line', 'owners']);
});

test('a circle of parents ends', () => {
  const gazetteer = new Gazetteer([place('a', 'b'), place('b', 'a')], [actor('c', 'c')], []);
  expect([...gazetteer.placeClosure(['a'])].sort()).toEqual(['a', 'b']);
  expect([...gazetteer.actorClosure(['c'])]).toEqual(['c']);
});

test('an id that is not there has no parents', () => {
  expect([...new Gazetteer([], [], []).placeClosure(['nowhere'])]).toEqual(['nowhere']);
});
