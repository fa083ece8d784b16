import { expect, test } from 'vitest';
import { desk, NOW } from '../support/desk.ts';

function idsOf(question: string): string[] {
  return desk()
    .ask(question, { now: NOW })
    .events.map(({ id }) => id);
}

test('places after one "in" are met by an event at any of them', () => {
  const both = idsOf('list attacks on embassies in Kuwait and Saudi Arabia in March 2026');
  expect(both).toContain('2026-03-02-drones-at-us-embassy-kuwait');
  expect(both).toContain('2026-03-03-drones-hit-us-embassy-riyadh');
});

test('each place by itself holds no event of the other', () => {
  const one = idsOf('list attacks on embassies in Saudi Arabia in March 2026');
  expect(one).toContain('2026-03-03-drones-hit-us-embassy-riyadh');
  expect(one).not.toContain('2026-03-02-drones-at-us-embassy-kuwait');
});
