import { createSlackApp } from '../../src/slack/app.ts';
import { openTemporaryStore } from '../../src/store/open-temporary-store.ts';
import { EDITORS } from '../../src/web/playground/newsroom.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/web/playground/playground.ts';
import { desk } from './desk.ts';
import { memoryLog } from './slack-bench.ts';

export interface OpenPlayground extends Playground {
  /** The lines of the log, parsed. */
  logged: Record<string, unknown>[];
}

/** The playground as `npm start` opens it, with the real app and record, on any free port. */
export async function openPlayground(
  options: Partial<Pick<PlaygroundOptions, 'clock' | 'port'>> & { now?: () => Date } = {},
): Promise<OpenPlayground> {
  const { now = () => new Date(), ...rest } = options;
  const store = await openTemporaryStore();
  const { log, logged } = memoryLog();
  const dateline = desk();
  try {
    const playground = await startPlayground({
      port: 0,
      log,
      examples: dateline.examples,
      connect: async (settings) => {
        const app = createSlackApp(settings, dateline, {
          log,
          clock: now,
          store,
          editors: EDITORS,
          examples: dateline.examples,
        });
        await app.start();
        return app;
      },
      ...rest,
    });
    const stop = async () => {
      await playground.stop();
      await store.close();
    };
    return { ...playground, logged, stop };
  } catch (error) {
    await store.close();
    throw error;
  }
}
