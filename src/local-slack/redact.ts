import { isObject } from './json.ts';

/** Fields that hold what opens something. */
const SECRET_FIELDS = ['token', 'access_token', 'refresh_token', 'client_secret', 'code'];
const SECRET_TEXT = /\bx(?:ox[a-z]|app)-[\w-]+|(?<=[?&]ticket=)[\w-]+/g;

const HIDDEN = '[secret]';

/** A copy without tokens, client secrets, OAuth codes and tickets, however deep they stand. */
export function redact<T>(value: T): T {
  return hide(value) as T;
}

function hide(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(SECRET_TEXT, HIDDEN);
  if (Array.isArray(value)) return value.map(hide);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      typeof inside === 'string' && SECRET_FIELDS.includes(key) ? HIDDEN : hide(inside),
    ]),
  );
}
