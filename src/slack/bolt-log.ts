import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

/**
 * Bolt's logger over ours. Bolt's debug lines hold whole payloads, with what people wrote and with credentials, so they
 * are dropped whatever the level; quotations in other lines are cut out, since errors of parsing quote their input.
 */
export function boltLog(log: Log): Logger {
  const write = (level: 'info' | 'warn' | 'error') => (first: unknown) =>
    log[level]({ from: 'bolt' }, withoutQuotations(first instanceof Error ? first.name : String(first)));
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    // The level is the log's own: Bolt and its clients set theirs to INFO when they start.
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function withoutQuotations(line: string): string {
  return line.replace(/"[^"]*"|'[^']*'/g, '"…"').slice(0, 500);
}
