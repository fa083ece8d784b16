import { fold } from '../../record/words.ts';
import type { OrderProblem } from '../order-error.ts';
import { keyNamed } from './keys.ts';

/** One word of an order as it was typed: a bare one, one in quotes, or a key with its values (`place:"Ain al-Asad",Erbil`). */
export interface TypedWord {
  /** As it was typed. */
  raw: string;
  /** Lower case, no accents, no full stop at its end; empty where it stands in quotes or has a key, and so is no plain word. */
  plain: string;
  /** What stood between quotes; absent where there were none around it. */
  quoted?: string;
  /** What stood before the colon, in lower case, and what after it. */
  key?: string;
  values?: readonly string[];
  /** Whether a comma or the like stands before it: "1st, friday" is not the first Friday. */
  apart: boolean;
  start: number;
  end: number;
}

const DOUBLE_QUOTES = /[“”„‟«»″＂]/g;
const SINGLE_QUOTED = /(?<=^|[\s:=,])['‘‚‛]([^"]*?)['’](?=$|[\s,])/g;
const DASHES = /[‐‑‒–—−]/g;

/** A text with Slack's entities as characters, and with straight quotes and dashes, whatever a keyboard made of them. */
export function straighten(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTED, '"$1"')
    .replace(DASHES, '-');
}

const BETWEEN = /[\s,;&]+/y;
const KEY = /(\p{L}[\p{L}-]*)[:=](\s*)/uy;
const VALUE = /"([^"]*)"|[^\s",]+/y;
const VALUES_GO_ON = /,(?=[^\s,])|\s*,\s*(?=")/y;
const QUOTED = /"([^"]*)"/y;
const BARE = /"|[^\s,;"&]+/y;

/** Splits an order into words; `text` is straightened. A quote that nothing closes is a problem. */
export function splitWords(text: string): { words: TypedWord[]; problems: OrderProblem[] } {
  const words: TypedWord[] = [];
  let at = 0;
  let open = false;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match ?? undefined;
  };
  while (at < text.length) {
    take(BETWEEN);
    const start = at;
    const [, key = '', space = ''] = take(KEY) ?? [];
    // "digest: monday" has no key: a colon with a space behind it is one where an order knows the key.
    const keyed = key !== '' && ((space === '' && at < text.length) || keyNamed(fold(key)) !== undefined);
    if (!keyed) at = start;
    else {
      const values: string[] = [];
      do {
        const value = take(VALUE);
        if (value) values.push((value[1] ?? value[0]).trim());
      } while (take(VALUES_GO_ON));
      words.push({ ...word(text, start, at), plain: '', key: fold(key), values: values.filter(Boolean) });
      continue;
    }
    const quoted = take(QUOTED)?.[1];
    if (quoted !== undefined) {
      words.push({ ...word(text, start, at), plain: '', quoted: quoted.trim() });
      continue;
    }
    const bare = take(BARE);
    if (bare?.[0] === '"') open = true;
    else if (bare) words.push(word(text, start, at));
  }
  const problem: OrderProblem = {
    code: 'open-quote',
    typed: '"',
    problem: 'A quotation mark is not closed',
    remedy: 'Put names of several words between two quotation marks, such as place:"New York"',
  };
  return { words, problems: open ? [problem] : [] };
}

function word(text: string, start: number, end: number): TypedWord {
  const raw = text.slice(start, end);
  const apart = /[,;&]\s*$/.test(text.slice(0, start));
  return { raw, plain: fold(raw).replace(/[.!?:]+$/, ''), apart, start, end };
}

/** The longest run of plain words from one on that a table holds, hyphens and spaces being the same. */
export function phraseAt<T>(
  words: readonly TypedWord[],
  at: number,
  valueIn: (phrase: string) => T | undefined,
  longest = 4,
): { end: number; value: T } | undefined {
  let end = at;
  while (end < words.length && end - at < longest && words[end]!.plain !== '') end++;
  for (; end > at; end--) {
    const phrase = words
      .slice(at, end)
      .map(({ plain }) => plain)
      .join(' ')
      .replaceAll('-', ' ');
    const value = valueIn(phrase);
    if (value !== undefined) return { end, value };
  }
  return undefined;
}
