import { leadOf, leadOfIso } from '../leads.ts';
import type { FoundPart, ReadPart } from './part.ts';

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const UNITS = { d: 'D', w: 'W', m: 'M' } as const;
const UNIT = /^(?:(d)(?:ays?)?|(w)(?:eeks?|ks?)?|(m)(?:onths?|os?)?|(?:y|years?|h|hours?))$/;
const AT_ONCE = /^(\d{1,6})-?([a-z]+)$/;
const ISO = /^p(?:t?\d[\ddwmyhst]*)$/;
const BEFORE = new Set(['before', 'ahead', 'earlier', 'prior', 'beforehand']);

/** Reads how long before a milestone it is flagged: "2w", "10 days", "a month before", "P14D", "no leads". */
export const readLead: ReadPart = (words, at) => {
  const { plain, raw } = words[at]!;
  const following = words[at + 1]?.plain ?? '';
  if (/^(?:no|without)$/.test(plain) && /^leads?$/.test(following))
    return { part: { sort: 'leads', leads: [] }, end: at + 2 };
  if (ISO.test(plain)) return found(leadOfIso(plain), raw, at + 1, following);
  const atOnce = AT_ONCE.exec(plain);
  if (atOnce && UNIT.test(atOnce[2]!)) return found(lead(Number(atOnce[1]), atOnce[2]!), raw, at + 1, following);
  const count = countOf(plain);
  if (count === undefined || !UNIT.test(following) || following.length < 2) return undefined;
  return found(lead(count, following), `${raw} ${words[at + 1]!.raw}`, at + 2, words[at + 2]?.plain ?? '');
};

function countOf(plain: string): number | undefined {
  if (/^\d{1,6}$/.test(plain)) return Number(plain);
  if (plain === 'a' || plain === 'an') return 1;
  const spelled = NUMBERS.indexOf(plain);
  return spelled > 0 ? spelled : undefined;
}

function lead(count: number, typedUnit: string): string | undefined {
  const [, ...letters] = UNIT.exec(typedUnit) ?? [];
  const letter = letters.find((found) => found !== undefined) as keyof typeof UNITS | undefined;
  return letter === undefined ? undefined : leadOf(count, UNITS[letter]);
}

function found(lead: string | undefined, typed: string, end: number, following: string): FoundPart {
  const last = BEFORE.has(following) ? end + 1 : end;
  if (lead !== undefined) return { part: { sort: 'leads', leads: [lead] }, end: last };
  const problem = {
    code: 'impossible-lead' as const,
    typed,
    problem: `A milestone cannot be flagged “${typed}” before`,
    remedy: 'Write a time from a day to 12 months, such as 10d, 2w or 1m',
  };
  return { part: { sort: 'problem', instead: 'leads', problem }, end: last };
}
