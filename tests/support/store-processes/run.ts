import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DatabaseSettings } from '../../../src/store/store-settings.ts';

/** A process of its own that works with a store. */
export class StoreProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #errors = '';

  /** @param script the name of a file beside this one */
  constructor(script: string, settings: DatabaseSettings, task: Record<string, unknown> = {}) {
    const file = join(import.meta.dirname, `${script}.ts`);
    this.#child = spawn(process.execPath, [file, JSON.stringify([settings, task])], { stdio: 'pipe' });
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
    this.#lines = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
  }

  /** The next thing that it says. */
  async hears(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`The process ended without a word: ${this.#errors}`);
    return value;
  }

  goOn(): void {
    this.#child.stdin!.end('go on\n');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

/** Has several processes do the same at the same moment. Returns what each says at the end, as JSON. */
export async function runTogether<Result>(
  script: string,
  count: number,
  settings: DatabaseSettings,
  task: (index: number) => Record<string, unknown> = () => ({}),
): Promise<Result[]> {
  const processes = Array.from({ length: count }, (_, index) => new StoreProcess(script, settings, task(index)));
  await Promise.all(processes.map((each) => each.hears()));
  for (const each of processes) each.goOn();
  return Promise.all(processes.map(async (each) => JSON.parse(await each.hears()) as Result));
}
