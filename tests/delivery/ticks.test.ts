import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute } from '../../src/delivery/ticks.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2027-01-08T08:29:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a tick comes at the start of each minute, until it is ended', async () => {
  const ticks: string[] = [];
  const end = everyMinute(() => ticks.push(new Date().toISOString().slice(11, 16)));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(ticks).toEqual([]);
  await vi.advanceTimersByTimeAsync(121_000);
  expect(ticks).toEqual(['08:30', '08:31', '08:32']);
  end();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(ticks).toHaveLength(3);
});
