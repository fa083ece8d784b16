import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ACKNOWLEDGE_WITHIN, acknowledgeWhenDone } from '../../src/slack/acknowledge.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const work = () => Promise.withResolvers<void>();

test('an event is acknowledged once the work has ended, and not before', async () => {
  const { promise, resolve } = work();
  const acknowledge = vi.fn(async () => {});
  const done = acknowledgeWhenDone(promise, acknowledge);
  await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_WITHIN - 1);
  expect(acknowledge).not.toHaveBeenCalled();
  resolve();
  await done;
  await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_WITHIN);
  expect(acknowledge).toHaveBeenCalledTimes(1);
});

test('an event is acknowledged before Slack waits no longer, and then not again', async () => {
  const { promise, resolve } = work();
  const acknowledge = vi.fn(async () => {});
  const done = acknowledgeWhenDone(promise, acknowledge);
  await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_WITHIN);
  expect(acknowledge).toHaveBeenCalledTimes(1);
  resolve();
  await done;
  expect(acknowledge).toHaveBeenCalledTimes(1);
});

test('work that fails is not acknowledged; where it was already, the failure is no news', async () => {
  const acknowledge = vi.fn(async () => {});
  await expect(acknowledgeWhenDone(Promise.reject(new Error('no')), acknowledge)).rejects.toThrow('no');
  expect(acknowledge).not.toHaveBeenCalled();
  const { promise, reject } = work();
  const late = acknowledgeWhenDone(promise, acknowledge);
  await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_WITHIN);
  reject(new Error('no'));
  await expect(late).resolves.toBeUndefined();
});

test('an acknowledgement that cannot be sent makes nothing fail', async () => {
  await expect(
    acknowledgeWhenDone(Promise.resolve(), () => Promise.reject(new Error('closed'))),
  ).resolves.toBeUndefined();
});
