import { FILTER_SORTS } from '../filter-names.ts';
import type { OrderProblemCode } from '../order-error.ts';
import { keyNamed } from './keys.ts';
import type { FoundPart, Part, ReadPart } from './part.ts';
import { readLead } from './read-lead.ts';
import { zoneOf } from './read-zone.ts';
import { splitWords } from './word.ts';

const EMPTY: Readonly<Record<string, 'silent' | 'say'>> = {
  say: 'say',
  yes: 'say',
  post: 'say',
  silent: 'silent',
  no: 'silent',
};

/** Reads a key with its values: `place:"Ain al-Asad",Erbil`, `weight:5`, `empty:say`. */
export const readKeyed: ReadPart = (words, at) => {
  const { key, values = [], raw } = words[at]!;
  if (key === undefined) return undefined;
  const found = (part: Part): FoundPart => ({ part, end: at + 1 });
  const name = keyNamed(key);
  if (name === undefined)
    return found(
      refuse('unknown-key', raw, `There is nothing called “${key}:” in an order`, `Write one of ${KEY_LIST}`),
    );
  const [value, ...others] = values;
  if (value === undefined)
    return found(
      refuse('no-value', raw, `Nothing follows “${key}:”`, `Write a value behind it, such as ${EXAMPLES[name]}`),
    );
  const sort = FILTER_SORTS.find((of) => of === name);
  if (sort) return found({ sort: 'names', of: sort, names: values });
  if (name === 'leads') return found(leadsOf(values, raw));
  if (others.length > 0)
    return found(refuse('two-values', raw, `“${key}:” takes one value`, `Write it once, such as ${EXAMPLES[name]}`));
  return found(singleOf(name, value, raw));
};

const EXAMPLES: Readonly<Record<string, string>> = {
  place: 'place:"New York"',
  actor: 'actor:Navy',
  kind: 'kind:"air strike"',
  timeline: 'timeline:name',
  weight: 'weight:5',
  empty: 'empty:say',
  zone: 'zone:Europe/London',
  leads: 'leads:2w,1m',
  cron: 'cron:"30 8 * * 1-5"',
};

const KEY_LIST = 'place:, actor:, kind:, timeline:, weight:, empty:, zone:, leads:, cron:';

function singleOf(name: string, value: string, raw: string): Part {
  if (name === 'zone') return zoneOf(value);
  if (name === 'cron') return { sort: 'cron', cron: value };
  if (name === 'weight') {
    const weight = /^\d{1,6}$/.test(value) ? Number(value) : undefined;
    return weight === undefined
      ? refuse('impossible-weight', raw, `“${value}” is no weight`, 'Write a whole number, such as weight:5')
      : { sort: 'weight', weight };
  }
  const choice = Object.hasOwn(EMPTY, value.toLowerCase()) ? EMPTY[value.toLowerCase()] : undefined;
  return choice === undefined
    ? refuse('impossible-choice', raw, `“${value}” is nothing to do on an empty day`, 'Write empty:say or empty:silent')
    : { sort: 'empty', emptyDays: choice };
}

/** Leads behind their key, where "none" says that none are wanted. */
function leadsOf(values: readonly string[], raw: string): Part {
  if (values.length === 1 && /^(?:none|no)$/i.test(values[0]!)) return { sort: 'leads', leads: [] };
  const leads: string[] = [];
  for (const value of values) {
    const { words } = splitWords(value);
    const read = words.length > 0 ? readLead(words, 0, value) : undefined;
    if (read?.part.sort === 'problem') return read.part;
    if (read?.part.sort !== 'leads' || read.end < words.length || read.part.leads.length === 0)
      return refuse(
        'impossible-lead',
        raw,
        `“${value}” is no time before a milestone`,
        'Write leads such as leads:2w,1m',
      );
    leads.push(...read.part.leads);
  }
  return { sort: 'leads', leads };
}

function refuse(code: OrderProblemCode, typed: string, problem: string, remedy: string): Part {
  return { sort: 'problem', problem: { code, typed, problem, remedy } };
}
