import type { webApi } from '@slack/bolt';
import type { ListenerDeps } from './deps.ts';
import { describeFailure } from './failure.ts';

/** Shows in a direct conversation that an answer is on its way while some work is done. A status that fails is no matter. */
export async function whileWorking(
  client: webApi.WebClient,
  { channel, thread }: { channel: string; thread: string },
  { log }: Pick<ListenerDeps, 'log'>,
  work: () => Promise<void>,
): Promise<void> {
  const show = async (status: string) => {
    try {
      await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status });
      return true;
    } catch (error) {
      log.debug(describeFailure(error), 'a status could not be shown');
      return false;
    }
  };
  // The answer does not wait for it.
  const shown = show('looks it up in the record…');
  try {
    await work();
  } finally {
    // An answer takes the status of its own thread away, but not one that comes late or stands outside threads.
    if (await shown) await show('');
  }
}
