import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids that tell what a line of the log is about. */
export type LogFields = Readonly<Record<string, string>>;

const NONE: LogFields = {};
const current = new AsyncLocalStorage<LogFields>();

/** Does some work, every line of whose log carries the fields, whoever writes it. */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return current.run({ ...current.getStore(), ...fields }, work);
}

/** The fields of the work from which this is called. */
export function logFields(): LogFields {
  return current.getStore() ?? NONE;
}
