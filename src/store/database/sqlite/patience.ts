import { setTimeout as pause } from 'node:timers/promises';
import { SQLITE_BUSY, sqliteCode } from './sqlite-failure.ts';

/** Milliseconds that SQLite itself waits for another process, during which this whole process stands still. */
export const STANDSTILL = 50;
/** Milliseconds between two tries, during which this process goes on with other work. */
const PAUSE = 50;

/**
 * Does what another process that writes may hold up: tries again until it is done or the patience is at an end. What
 * SQLite refuses because it is busy has not happened, so it is safe to try again.
 * @param patience milliseconds to try for
 */
export async function patiently<Result>(patience: number, work: () => Result | Promise<Result>): Promise<Result> {
  const tries = Math.ceil(patience / (STANDSTILL + PAUSE));
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (sqliteCode(error) !== SQLITE_BUSY || attempt > tries) throw error;
      await pause(PAUSE);
    }
  }
}
