import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { AnyMethod } from './method.ts';

/** Clients add these to any call. */
const EVERYWHERE = ['token', 'team_id'];

/** Looks at the names of the arguments. @throws Refusal `invalid_arguments` with the reason */
export function checkArguments(method: AnyMethod, args: Json): void {
  const rules = method.args as Record<string, 'required' | 'optional'>;
  for (const [name, rule] of Object.entries(rules)) {
    if (rule === 'required' && isMissing(args[name])) throw Refusal.badArguments(`missing required field: ${name}`);
  }
  for (const name of Object.keys(args)) {
    if (!Object.hasOwn(rules, name) && !EVERYWHERE.includes(name)) {
      throw Refusal.badArguments(`invalid additional property: ${name}`);
    }
  }
}

const isMissing = (value: unknown) => value === undefined || value === null || value === '';

/** A flag, which a form carries as a word. */
export function flag(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** Text, where there is one. */
export function optionalText(value: unknown): string | undefined {
  return isMissing(value) ? undefined : String(value);
}

export interface Page<T> {
  items: T[];
  /** Empty on the last page. */
  nextCursor: string;
}

/** One page of a list. @throws Refusal `invalid_limit` or `invalid_cursor` */
export function page<T>(items: readonly T[], args: Json, standard = 100, most = 999): Page<T> {
  const limit = isMissing(args.limit) ? standard : Number(args.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal('invalid_limit');
  const start = isMissing(args.cursor) ? 0 : startOf(String(args.cursor));
  if (start === undefined || start > items.length) throw new Refusal('invalid_cursor');
  const end = start + Math.min(limit, most);
  return { items: items.slice(start, end), nextCursor: end < items.length ? cursorAt(end) : '' };
}

const cursorAt = (index: number) => Buffer.from(`next:${index}`).toString('base64');

function startOf(cursor: string): number | undefined {
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  return match ? Number(match[1]) : undefined;
}
