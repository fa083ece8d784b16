/** When an event is acknowledged though work on it goes on, in milliseconds: Slack waits for three seconds. */
export const ACKNOWLEDGE_WITHIN = 2500;

/**
 * Acknowledges an event when the work on it has ended well, or when Slack would wait no longer.
 * @throws what the work throws, unless the event was acknowledged before
 */
export async function acknowledgeWhenDone(work: Promise<void>, acknowledge: () => Promise<void>): Promise<void> {
  let acknowledged = false;
  const once = async () => {
    if (acknowledged) return;
    acknowledged = true;
    // A connection that closed meanwhile takes no acknowledgement; the event comes again and is known then.
    await acknowledge().catch(() => {});
  };
  const late = setTimeout(once, ACKNOWLEDGE_WITHIN);
  try {
    await work;
  } catch (error) {
    if (acknowledged) return;
    throw error;
  } finally {
    clearTimeout(late);
  }
  await once();
}
