import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BusySlackSettings, Seen } from './busy-slack.ts';

const SCRIPT = fileURLToPath(new URL('./busy-slack.ts', import.meta.url));

/** The local Slack of `busy-slack.ts`, from the process that started it. */
export class SlackProcess {
  readonly #child: ChildProcess;
  readonly apiUrl: string;

  private constructor(child: ChildProcess, apiUrl: string) {
    this.#child = child;
    this.apiUrl = apiUrl;
  }

  static async start(settings: BusySlackSettings): Promise<SlackProcess> {
    const child = fork(SCRIPT, [JSON.stringify(settings)]);
    const [{ apiUrl }] = (await once(child, 'message')) as [{ apiUrl: string }];
    return new SlackProcess(child, apiUrl);
  }

  /** Lets somebody begin to ask questions, or stop it. */
  say(word: 'ask' | 'rest'): void {
    this.#child.send(word);
  }

  /** What was seen since this was called last. */
  async seen(): Promise<Seen> {
    const heard = once(this.#child, 'message');
    this.#child.send('tell');
    const [{ seen }] = (await heard) as [{ seen: Seen }];
    return seen;
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}
