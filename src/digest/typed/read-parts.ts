import { allowedEdits, editDistance } from '../../search/edit-distance.ts';
import { FILTER_SORTS, type FilterNames } from '../filter-names.ts';
import type { DigestKind } from '../order.ts';
import type { OrderProblem } from '../order-error.ts';
import { DIGEST_WORDS } from './digest-words.ts';
import type { FoundPart, Part, ReadPart } from './part.ts';
import { readDays } from './read-days.ts';
import { readKeyed } from './read-keyed.ts';
import { readLead } from './read-lead.ts';
import { readTime } from './read-time.ts';
import { readZone } from './read-zone.ts';
import { phraseAt, type TypedWord } from './word.ts';
import { zonesNear } from './zones-by-city.ts';

const DIGESTS = new Map<string, Part>(
  Object.entries(DIGEST_WORDS).flatMap(([digest, phrases]) =>
    phrases.map((phrase) => [
      phrase.replaceAll('-', ' '),
      { sort: 'digest', digest: digest as DigestKind, common: /^digests?$/.test(phrase) },
    ]),
  ),
);

const MILESTONES = /^(?:only )?(?:milestones?|milestones? only)$/;
const FILLERS = new Set([
  'at',
  'on',
  'every',
  'each',
  'the',
  'and',
  'in',
  'of',
  'for',
  'to',
  'with',
  'from',
  'before',
  'please',
]);

const readDigest: ReadPart = (words, at) => {
  const found = phraseAt(words, at, (phrase) => DIGESTS.get(phrase));
  return found && { part: found.value, end: found.end };
};

const readMilestones: ReadPart = (words, at) => {
  const found = phraseAt(words, at, (phrase) => MILESTONES.test(phrase) || undefined, 2);
  return found && { part: { sort: 'milestones' }, end: found.end };
};

/** A field of a cron expression without quotes: what no other word of an order looks like, but a number and a short name. */
const CRON_FIELDS =
  /^\s*((?:(?:[\d*?+][\d*?,/#LW+-]*|L|LW|(?:[+]?(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[-,#/][\dL\w]+)*))(?:\s+|$)){5,7})/i;

const readCron: ReadPart = (words, at, text) => {
  const { plain, end } = words[at]!;
  if (plain !== 'cron') return undefined;
  const next = words[at + 1];
  if (next?.quoted !== undefined) return { part: { sort: 'cron', cron: next.quoted }, end: at + 2 };
  const bare = CRON_FIELDS.exec(text.slice(end));
  if (!bare) {
    const problem = {
      code: 'no-value' as const,
      typed: words[at]!.raw,
      problem: 'After “cron” no cron expression follows',
      remedy: 'Write it between quotation marks, such as cron "30 8 * * 1-5"',
    };
    return { part: { sort: 'problem', instead: 'cron', problem }, end: at + 1 };
  }
  const close = words.findIndex(({ start }) => start >= end + bare[0].length);
  return { part: { sort: 'cron', cron: bare[1]!.trim() }, end: close < 0 ? words.length : close };
};

const readFiller: ReadPart = (words, at) =>
  FILLERS.has(words[at]!.plain) ? { part: { sort: 'nothing' }, end: at + 1 } : undefined;

/** In their order: the first that reads a word has it. Days stand before digests for "first monday of the month". */
const READERS: readonly ReadPart[] = [
  readKeyed,
  readCron,
  readMilestones,
  readTime,
  readDays,
  readLead,
  readDigest,
  readZone,
  readFiller,
];

/** Everything that the words of an order say; a word that nobody understands is a problem. */
export function readParts(words: readonly TypedWord[], text: string, names: FilterNames): Part[] {
  const parts: Part[] = [];
  let unknown: TypedWord[] = [];
  const settle = () => {
    if (unknown.length > 0)
      parts.push(...problemsOf(unknown, names).map((problem): Part => ({ sort: 'problem', problem })));
    unknown = [];
  };
  for (let at = 0; at < words.length; ) {
    const found = readAt(words, at, text);
    if (found) settle();
    else unknown.push(words[at]!);
    if (found) parts.push(found.part);
    at = found?.end ?? at + 1;
  }
  settle();
  return parts;
}

function readAt(words: readonly TypedWord[], at: number, text: string): FoundPart | undefined {
  for (const read of READERS) {
    const found = read(words, at, text);
    if (found) return found;
  }
  return undefined;
}

/** Words that stand together and that nothing understood: together the name of something, or each a problem. */
function problemsOf(words: readonly TypedWord[], names: FilterNames): OrderProblem[] {
  const typed = words.map(({ raw, quoted }) => quoted ?? raw).join(' ');
  const sort = FILTER_SORTS.find((of) => names.readings(of, typed).length > 0);
  if (sort)
    return [
      {
        code: 'unknown-words',
        typed,
        problem: `It is not clear what “${typed}” is for`,
        remedy: `Write ${sort}:"${typed}" to be told of that ${sort} alone`,
      },
    ];
  return words.map((word) => {
    const alone = word.quoted ?? word.raw;
    return {
      code: 'unknown-words',
      typed: alone,
      problem: `“${alone}” is not understood`,
      remedy: remedyFor(word, alone),
    };
  });
}

/** Words of an order that a slip may have changed. */
const VOCABULARY = [
  ...[...DIGESTS.keys()].flatMap((phrase) => phrase.split(' ')),
  ...['daily', 'weekly', 'monthly', 'weekdays', 'weekends', 'milestones', 'monday', 'tuesday', 'wednesday', 'thursday'],
  ...['friday', 'saturday', 'sunday', 'midnight', 'noon', 'cron'],
];

function remedyFor({ plain }: TypedWord, typed: string): string {
  if (/^\d+$/.test(plain))
    return `Write ${plain.length === 4 ? `${plain.slice(0, 2)}:${plain.slice(2)}` : '08:00 or 8am'} for a time, 1st for a day of the month, 2w for a lead`;
  const limit = allowedEdits(plain.length);
  const near = limit === 0 ? undefined : VOCABULARY.find((word) => editDistance(plain, word, limit) <= limit);
  if (near !== undefined) return `Perhaps “${near}” was meant`;
  const zones = zonesNear(typed);
  if (zones.length > 0) return `Perhaps ${zones.join(' or ')} was meant`;
  return 'Leave it out, or name what it is: place:, actor:, kind:, timeline:, with names of several words in quotes';
}
