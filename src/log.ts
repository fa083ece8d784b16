import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { logFields } from './log-fields.ts';

export type Log = Logger;

/** Fields that could carry a credential or a person's words, wherever a log line puts them. */
const SECRET_FIELDS = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'clientSecret',
  'databaseUrl',
  'password',
  'encryptionKeys',
  'authorization',
  'headers',
  'text',
  'question',
  'blocks',
  'body',
  'payload',
  'message',
];

/** Slack's tokens, and addresses of PostgreSQL, which may carry a password. */
const SECRETS = /\bx(?:ox[a-z]|app)[.-][\w.-]+|\bpostgres(?:ql)?:\/\/[^\s"]*/g;

/**
 * A structured log, one JSON object a line. Credentials are blotted out by the names of their fields and, as a second
 * net, by their shape anywhere in a line; the words of a message are blotted out by the names of their fields.
 * A line also carries the fields of `withLogFields`.
 * Nothing but `msg` and plain fields should be logged; an unexpected error goes through `describeError` first.
 * @param destination where the lines go; standard output when absent.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      mixin: () => ({ ...logFields() }),
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[removed]' },
      hooks: { streamWrite: (line) => line.replace(SECRETS, '[removed]') },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}

/**
 * An error as fields that are safe to log: its kind and where it was thrown. Its message is left out, since it may
 * quote what a person asked.
 */
export function describeError(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, at: at.slice(0, 8).map((line) => line.trim()) };
}
