import type { Check, Report } from './rule.ts';

/** A text of 1 to `max` characters that is not blank and can be sent as UTF-8. */
export const text =
  (max = Number.POSITIVE_INFINITY): Check =>
  (value, at, report) => {
    if (typeof value !== 'string') return report(at, 'must be a string');
    if (value.trim() === '') report(at, 'must be more than 0 characters');
    if (value.length > max) report(at, `must be less than ${max + 1} characters`);
    if (!value.isWellFormed()) report(at, 'must be well-formed Unicode');
  };

/** A text that may be empty. */
export const anyText =
  (max: number): Check =>
  (value, at, report) => {
    if (value !== '') text(max)(value, at, report);
  };

export const matching =
  (pattern: RegExp, what: string): Check =>
  (value, at, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(at, `must be ${what}`);
  };

export const date: Check = (value, at, report) => {
  matching(/^\d{4}-\d{2}-\d{2}$/, 'a date in the format YYYY-MM-DD')(value, at, report);
  const parsed = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : undefined;
  // A day that no month has, such as 30 February, rolls over or does not parse.
  if (parsed && /^\d{4}-/.test(String(value)) && !isSameDay(parsed, String(value))) report(at, 'must be a real date');
};

function isSameDay(parsed: Date, day: string): boolean {
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

export const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time in the format HH:mm');

export const boolean: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report(at, 'must be a boolean');
};

export const integer =
  (min: number, max: number): Check =>
  (value, at, report) => {
    if (!Number.isInteger(value)) return report(at, 'must be an integer');
    if ((value as number) < min) report(at, `must be greater than ${min - 1}`);
    if ((value as number) > max) report(at, `must be less than ${max + 1}`);
  };

export const number: Check = (value, at, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) report(at, 'must be a number');
};

export const oneOf =
  (...values: readonly (string | number)[]): Check =>
  (value, at, report) => {
    if (!values.includes(value as string | number)) {
      report(at, `must be one of: ${values.join(', ')}`, values.map(String));
    }
  };

/** An address of a page; `https:` alone where Slack embeds what is there. */
export const url =
  (max: number, schemes: readonly string[] = ['https:', 'http:']): Check =>
  (value, at, report) => {
    text(max)(value, at, report);
    if (typeof value !== 'string' || value.trim() === '') return;
    if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol)) report(at, 'must be a valid URL');
  };

/** A button may open more than pages: a mail, a call, another place in Slack. */
export const BUTTON_SCHEMES = ['https:', 'http:', 'mailto:', 'tel:', 'slack:'];

/** An array of `min` to `max` items. */
export const list =
  (each: Check, max = Number.POSITIVE_INFINITY, min = 1): Check =>
  (value, at, report) => {
    if (!Array.isArray(value)) return report(at, 'must be an array');
    if (value.length < min) report(at, `no fewer than ${min} items allowed`);
    if (value.length > max) report(at, `no more than ${max} items allowed`);
    value.forEach((item, index) => {
      each(item, `${at}/${index}`, report);
    });
  };

/** Reports every name that stands more than once. */
export function unique(names: readonly [name: unknown, at: string][], what: string, report: Report): void {
  const seen = new Set<unknown>();
  for (const [name, at] of names) {
    if (name === undefined || name === null) continue;
    if (seen.has(name)) report(at, `${what} must be unique: ${String(name)}`);
    seen.add(name);
  }
}
