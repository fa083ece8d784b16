import { spawn } from 'node:child_process';

/** What opens an address in the browser, by the name of the system. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** Asks the system to open an address. Where it cannot, nothing happens: the address was printed. */
export function openInBrowser(url: string): void {
  const [command, ...options] = OPENERS[process.platform] ?? [];
  if (command === undefined) return;
  const opener = spawn(command, [...options, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => {});
  opener.unref();
}
