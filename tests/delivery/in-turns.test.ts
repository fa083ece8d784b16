import { expect, test } from 'vitest';
import { inTurns } from '../../src/delivery/in-turns.ts';

const item = (name: string) => ({ team: name[0]!, channel: name[1]!, name });

test('the first of each channel comes before the second of any, and all in their order', () => {
  const names = ['Ta1', 'Ta2', 'Ta3', 'Tb1', 'Ua1', 'Tb2'];
  expect(inTurns(names.map(item)).map(({ name }) => name)).toEqual(['Ta1', 'Tb1', 'Ua1', 'Ta2', 'Tb2', 'Ta3']);
  expect(inTurns([])).toEqual([]);
});
