import { expect, test } from 'vitest';
import { InFlight } from '../../src/slack/in-flight.ts';

test('waits for work that began while it waited', async () => {
  const inFlight = new InFlight();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const log: string[] = [];
  void inFlight.track(first.promise).then(() => {
    void inFlight.track(second.promise).then(() => log.push('second'));
  });
  const drained = inFlight.drained(60_000).then((all) => log.push(`drained ${all}`));
  first.resolve();
  await first.promise;
  second.resolve();
  await drained;
  expect(log).toEqual(['second', 'drained true']);
});

test('work that fails is over, and its failure goes to who tracked it', async () => {
  const inFlight = new InFlight();
  const failed = inFlight.track(Promise.reject(new Error('no')));
  await expect(failed).rejects.toThrow('no');
  expect(await inFlight.drained(60_000)).toBe(true);
});

test('gives up on work that does not end', async () => {
  const inFlight = new InFlight();
  void inFlight.track(new Promise(() => {}));
  expect(await inFlight.drained(1)).toBe(false);
});
