import { describe, expect, test } from 'vitest';
import { loadTimelines } from '../../../src/record/load.ts';
import { FERRIES } from '../../support/broken-timeline.ts';
import { desk, openTimelines, record } from '../../support/desk.ts';

const { names } = desk();

test('every place, actor and kind is found by its id, its name and its aliases, and by nothing else of its sort', () => {
  const [timeline] = record();
  const { places, actors } = timeline!.gazetteer;
  const all = [
    ...[...places.values()].map((place) => ['place', place, place.aliases] as const),
    ...[...actors.values()].map((actor) => ['actor', actor, actor.aliases] as const),
    ...[...timeline!.kinds.values()].map((kind) => ['kind', kind, [kind.plural]] as const),
  ];
  for (const [sort, { id, name }, aliases] of all) {
    for (const typed of [id, name, ...(aliases ?? [])])
      expect({ typed, ids: names.readings(sort, typed).map(({ ids }) => ids) }).toEqual({ typed, ids: [[id]] });
    expect(names.nameOf(sort, id)).toBe(name);
  }
});

test('a timeline is found by its name and its title', () => {
  const [{ card }] = record() as [typeof record extends () => readonly (infer T)[] ? T : never];
  for (const typed of [card.name, card.title, card.title.toLowerCase()])
    expect(names.readings('timeline', typed)).toEqual([{ ids: [card.name], name: card.title, timelines: [card.name] }]);
  expect(names.nameOf('timeline', card.name)).toBe(card.title);
});

describe('what is typed as people type it', () => {
  test.each([
    ['place', 'ayn al asad', ['ain-al-asad']],
    ['place', 'AL-ASAD', ['ain-al-asad']],
    ['actor', "Kata'ib Hizballah", ['kataib-hezbollah']],
    ['kind', 'drone attacks', ['drone-attack']],
  ] as const)('%s %s', (sort, typed, ids) => {
    expect(names.readings(sort, typed)).toMatchObject([{ ids }]);
  });

  test('one word for several kinds stands for all of them', () => {
    const [reading, ...others] = names.readings('kind', 'strike');
    expect(others).toEqual([]);
    expect(reading!.ids.length).toBeGreaterThan(1);
  });

  test.each([
    ['place', ''],
    ['place', 'Atlantis'],
    ['place', 'Ain al-Asad and Erbil'],
    ['place', 'drone attack'],
    ['actor', 'constructor'],
    ['kind', '"; drop table'],
    ['timeline', '🛥'],
  ] as const)('no %s is called %j', (sort, typed) => {
    expect(names.readings(sort, typed)).toEqual([]);
  });

  test('a slip names what is near', () => {
    expect(names.near('place', 'Erbill')).toEqual(['Erbil']);
    expect(names.near('place', 'Atlantis')).toEqual([]);
  });
});

test('of two timelines, each is looked into alone where it is asked for', () => {
  const both = openTimelines([...record(), ...loadTimelines(FERRIES)]).names;
  const [place] = loadTimelines(FERRIES)[0]!.gazetteer.places.values();
  expect(both.readings('place', place!.name)).toMatchObject([{ ids: [place!.id], timelines: ['lake-ferries'] }]);
  expect(both.readings('place', place!.name, 'us-forces-iraq')).toEqual([]);
  expect(both.readings('kind', 'strike').length).toBeGreaterThan(1);
  expect(both.readings('kind', 'strike', 'us-forces-iraq')).toHaveLength(1);
});
