import { expect, test } from 'vitest';
import { LineTable, packPlaces, unpackPlaces } from '../../src/search/line-table.ts';

test('a line is read when its value is first asked for, and once', () => {
  const read: string[] = [];
  const table = new LineTable({ a: '1', b: '2' }, (line) => {
    read.push(line);
    return Number(line);
  });
  expect(read).toEqual([]);
  expect([table.get('b'), table.get('b')]).toEqual([2, 2]);
  expect(read).toEqual(['2']);
  expect(table.keys()).toEqual(['a', 'b']);
});

test('a key that has no line has no value, whatever its name', () => {
  const table = new LineTable({ a: '1' }, Number);
  for (const key of ['b', '', 'constructor', '__proto__'])
    expect([table.has(key), table.get(key)]).toEqual([false, undefined]);
});

test('places are packed and read again as they were', () => {
  for (const places of [[], [0], [35, 36, 7], [1_000_000, 0]]) expect(unpackPlaces(packPlaces(places))).toEqual(places);
});
