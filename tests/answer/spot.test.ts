import { describe, expect, test } from 'vitest';
import { desk, NOW } from '../support/desk.ts';

const GREEN_ZONE = '2021-02-22-rockets-at-green-zone';
const ERBIL = '2021-02-15-rockets-at-erbil-airport';

const ask = (question: string) => desk().ask(question, { now: NOW, thread: [] });
const ids = (question: string) => ask(question).events.map(({ id }) => id);

describe('a place at which something is said to have happened', () => {
  test('is not met by an attack elsewhere whose text speaks of it', () => {
    expect(ids('when did rockets fall at the Green Zone on 22 February 2021')).toEqual([GREEN_ZONE]);
    expect(ids('when did rockets fall at Erbil on 22 February 2021')).not.toContain(GREEN_ZONE);
  });

  test('is met by what lies in the province that a city stands for', () => {
    expect(ids('which drone attack in Dohuk stopped the Sarsang oilfield')).toEqual([
      '2025-07-15-drone-at-sarsang-oilfield',
    ]);
  });
});

describe('the name of a place', () => {
  test('is corrected though it is cut to the stem of the right one', () => {
    expect(ids('erbill rockets feb 2021')).toEqual([ERBIL]);
  });

  test('may have its article stand alone', () => {
    const read = desk()
      .explain('strikes in Deir ez Zor in August 2022', { now: NOW })
      .map(({ detail }) => detail);
    expect(read).toContainEqual(expect.stringMatching(/^“Deir ez Zor”: the place/));
  });
});
