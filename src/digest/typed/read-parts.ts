import type { FilterNames } from '../filter-names.ts';
import type { DigestKind } from '../order.ts';
import { DIGEST_WORDS } from './digest-words.ts';
import type { FoundPart, Part, ReadPart } from './part.ts';
import { readCron } from './read-cron.ts';
import { readDays } from './read-days.ts';
import { readKeyed } from './read-keyed.ts';
import { readLead } from './read-lead.ts';
import { readTime } from './read-time.ts';
import { readZone } from './read-zone.ts';
import { unknownWords } from './unknown-words.ts';
import { phraseAt, type TypedWord } from './word.ts';

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
  let before: TypedWord | undefined;
  const settle = () => {
    if (unknown.length > 0) parts.push(...unknownWords(unknown, before, names));
    unknown = [];
  };
  for (let at = 0; at < words.length; ) {
    const found = readAt(words, at, text);
    if (found) {
      settle();
      parts.push(found.part);
      before = words[found.end - 1];
    } else unknown.push(words[at]!);
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
