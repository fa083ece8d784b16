import { schedule } from 'node-cron';

/** At the start of each minute. */
const EVERY_MINUTE = '* * * * *';

/**
 * Calls back at the start of each minute, as well as the machine can. Nothing may depend on a tick: what one misses, the next
 * one has to do.
 * @returns a function that ends it
 */
export function everyMinute(tick: () => void): () => void {
  const task = schedule(EVERY_MINUTE, tick, { name: 'dateline', timezone: 'UTC', suppressMissedWarning: true });
  return () => void task.destroy();
}
