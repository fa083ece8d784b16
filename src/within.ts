/**
 * Waits for some work, but not for ever; the work itself goes on.
 * @param ms how long to wait, in milliseconds
 * @returns what the work gives; undefined where it takes longer
 * @throws what the work throws within that time
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const { promise: tooLate, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, ms, undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
