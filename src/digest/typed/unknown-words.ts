import { allowedEdits, editDistance } from '../../search/edit-distance.ts';
import { FILTER_SORTS, type FilterNames } from '../filter-names.ts';
import type { OrderProblem } from '../order-error.ts';
import { DIGEST_WORDS } from './digest-words.ts';
import { keyNamed } from './keys.ts';
import type { Part } from './part.ts';
import type { TypedWord } from './word.ts';
import { zonesNear } from './zones-by-city.ts';

/**
 * What is said of words that stand together and that nothing understood: together they are the name of something, or each
 * is a problem.
 * @param before the word before them
 */
export function unknownWords(words: readonly TypedWord[], before: TypedWord | undefined, names: FilterNames): Part[] {
  return problemsOf(words, before, names).map((problem) => ({ sort: 'problem', problem }));
}

function problemsOf(words: readonly TypedWord[], before: TypedWord | undefined, names: FilterNames): OrderProblem[] {
  const typed = words.map(({ raw, quoted }) => quoted ?? raw).join(' ');
  // "place:Ain al-Asad": without quotes, only the first word belongs to the key.
  const begun = FILTER_SORTS.find((of) => before?.key !== undefined && keyNamed(before.key) === of);
  const whole = `${before?.values?.at(-1) ?? ''} ${typed}`;
  if (begun && names.readings(begun, whole).length > 0)
    return [
      {
        code: 'unknown-words',
        typed,
        problem: `“${typed}” stands outside of “${begun}:”`,
        remedy: `Put names of several words in quotes: ${begun}:"${whole}"`,
      },
    ];
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
  ...Object.values(DIGEST_WORDS).flatMap((phrases) => phrases.flatMap((phrase) => phrase.split(/[ -]/))),
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
