import { expect, test } from 'vitest';
import { killAtRandom } from '../support/kill-harness.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { overEachDatabase, usePostgres, wherePostgresIs } from '../support/stores.ts';

const random = (seed: string) => {
  const { below } = seededRandom(seed);
  return () => below(2 ** 31) / 2 ** 31;
};
const NOTHING_WRONG = { missing: [], twice: [], notOwed: [] };

overEachDatabase('a process that is killed at a random instant and started again', (place) => {
  test('posts all that is owed, each once', async () => {
    const report = await killAtRandom(place(), { runs: 6, replicas: 1, random: random('one process') });
    expect(report).toMatchObject({ ...NOTHING_WRONG, runs: 6, owed: 120, posted: 120 });
    // Some of the kills hit a delivery, or the test would show nothing.
    expect(report.triedAgain).toBeGreaterThan(0);
  });
});

wherePostgresIs('three processes over one PostgreSQL, of which one at a time is killed at a random instant', () => {
  const place = usePostgres();

  test('post all that is owed, each once', async () => {
    const report = await killAtRandom(place(), { runs: 5, replicas: 3, random: random('three processes') });
    expect(report).toMatchObject({ ...NOTHING_WRONG, runs: 5, owed: 100, posted: 100 });
  });
});
