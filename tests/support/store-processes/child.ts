import { once } from 'node:events';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import type { DatabaseSettings } from '../../../src/store/store-settings.ts';

/** What the test gave to the process. */
export const [settings, task] = JSON.parse(process.argv[2]!) as [DatabaseSettings, Record<string, unknown>];

export function open(): Promise<Store> {
  return openStore({ database: settings, encryptionKeys: [], keepUnanswered: true });
}

/** Tells the test something. */
export function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** Says that this process is ready, and waits until the test has all processes go on. */
export async function together(): Promise<void> {
  say('ready');
  await once(process.stdin, 'data');
  process.stdin.destroy();
}

/** Stays until the test ends the process. */
export function stay(): Promise<never> {
  setInterval(() => {}, 60_000);
  return new Promise(() => {});
}
