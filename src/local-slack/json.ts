export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as it stands after a trip as JSON, which is how Slack keeps and sends everything. */
export function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
