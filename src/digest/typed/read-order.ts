import type { FilterNames } from '../filter-names.ts';
import { inOrderOfLength, MOST_LEADS } from '../leads.ts';
import type { DigestKind, DigestOrder } from '../order.ts';
import { OrderError, type OrderProblem } from '../order-error.ts';
import { USUAL_LEADS } from '../usual-leads.ts';

import { readNames } from './name-filter.ts';
import type { Part } from './part.ts';
import { readParts } from './read-parts.ts';
import { scheduleOf } from './schedule-of.ts';
import { splitWords, straighten } from './word.ts';

/** Longest order that is read, in characters; what is longer was pasted by mistake. */
export const LONGEST_ORDER = 1000;

const DIGEST_LIST = 'digest, week-ahead, reminders, month, changes or editors';

/**
 * Reads what somebody typed to subscribe to a digest, its words in any order: what is told, at what time, in which zone,
 * on which days, and of what alone ("digest daily 08:30 Europe/London weekdays place:"Ain al-Asad"").
 * @param names finds the places, actors, kinds and timelines that are named
 * @throws OrderError with everything that is wrong; a word that is not understood is wrong, too
 */
export function readOrder(text: string, names: FilterNames): DigestOrder {
  const straight = straighten(text).trim();
  if (straight === '' || straight.length > LONGEST_ORDER) throw new OrderError([unreadable(straight)]);
  const { words, problems } = splitWords(straight);
  const parts = readParts(words, straight, names);
  problems.push(...parts.flatMap((part) => (part.sort === 'problem' ? [part.problem] : [])));
  const digest = digestOf(parts, problems);
  const schedule = scheduleOf(parts, digest, problems);
  const named = readNames(parts, names);
  problems.push(...named.problems);
  const leads = leadsOf(parts, digest, problems);
  const filter = {
    ...named.filter,
    milestonesOnly: parts.some(({ sort }) => sort === 'milestones'),
    minimumWeight: only(parts, 'weight', problems)?.weight ?? 0,
  };
  const emptyDays = only(parts, 'empty', problems)?.emptyDays ?? 'silent';
  if (digest !== undefined) problems.push(...uselessIn(digest, parts));
  if (problems.length > 0 || digest === undefined || schedule === undefined) throw new OrderError(problems);
  return { digest, schedule, filter, leads, emptyDays };
}

function unreadable(text: string): OrderProblem {
  const example = 'Write what to post, when and in which time zone, such as “digest weekdays 08:30 Europe/London”';
  return text === ''
    ? { code: 'empty', typed: '', problem: 'There is nothing to read', remedy: example }
    : {
        code: 'too-long',
        typed: `${text.slice(0, 30)}…`,
        problem: `That is longer than ${LONGEST_ORDER} characters`,
        remedy: example,
      };
}

/** The digest that is named; the common word for all of them stands for its own where no other is. */
function digestOf(parts: readonly Part[], problems: OrderProblem[]): DigestKind | undefined {
  const found = parts.filter((part) => part.sort === 'digest');
  const others = new Set(found.filter(({ common }) => !common).map(({ digest }) => digest));
  if (others.size > 1)
    problems.push({
      code: 'two-digests',
      typed: [...others].join(' and '),
      problem: 'More than one digest is named',
      remedy: `Subscribe to each by itself: ${DIGEST_LIST}`,
    });
  else if (found.length === 0)
    problems.push({
      code: 'no-digest',
      typed: '',
      problem: 'It is not said what is to be posted',
      remedy: `Begin with ${DIGEST_LIST}`,
    });
  return [...others][0] ?? found[0]?.digest;
}

function leadsOf(parts: readonly Part[], digest: DigestKind | undefined, problems: OrderProblem[]): string[] {
  const typed = parts.flatMap((part) => (part.sort === 'leads' ? [part.leads] : []));
  const leads = inOrderOfLength(typed.flat());
  const flagged = digest === undefined ? undefined : USUAL_LEADS[digest];
  if (typed.length === 0) return [...(flagged ?? [])];
  const example = 'Write leads such as 2w 1m';
  const said = leads.join(', ');
  if (digest !== undefined && !flagged)
    problems.push({
      code: 'does-not-apply',
      typed: said,
      problem: 'Only reminders and the week ahead flag milestones before they fall due',
      remedy: 'Leave the leads out, or subscribe to reminders',
    });
  if (leads.length > 0 && typed.some((some) => some.length === 0))
    problems.push({
      code: 'conflicting-leads',
      typed: said,
      problem: 'Leads are given, and that there are none',
      remedy: example,
    });
  else if (leads.length === 0 && digest === 'reminders')
    problems.push({
      code: 'conflicting-leads',
      typed: '',
      problem: 'Reminders without a lead remind of nothing',
      remedy: example,
    });
  if (leads.length > MOST_LEADS)
    problems.push({
      code: 'too-many-leads',
      typed: said,
      problem: `There are ${leads.length} leads, and ${MOST_LEADS} at most are kept to`,
      remedy: 'Leave some out',
    });
  return leads;
}

/** The one part of a sort; a second one that differs is a problem. */
function only<S extends 'weight' | 'empty'>(
  parts: readonly Part[],
  sort: S,
  problems: OrderProblem[],
): Extract<Part, { sort: S }> | undefined {
  const found = parts.filter((part): part is Extract<Part, { sort: S }> => part.sort === sort);
  if (new Set(found.map((part) => JSON.stringify(part))).size > 1)
    problems.push({
      code: 'two-values',
      typed: `${sort}:`,
      problem: `“${sort}:” is given twice`,
      remedy: 'Write it once',
    });
  return found[0];
}

/** Filters that a digest has no use for: what it tells has no such thing. */
function uselessIn(digest: DigestKind, parts: readonly Part[]): OrderProblem[] {
  const refuse = (typed: string, problem: string): OrderProblem[] => [
    { code: 'does-not-apply', typed, problem, remedy: `Leave “${typed}” out, or subscribe to another digest` },
  ];
  const milestones = parts.some(({ sort }) => sort === 'milestones');
  if (milestones && ['month-in-review', 'record-changes', 'editors'].includes(digest))
    return refuse('milestones', 'Milestones are told in the digest, the week ahead and reminders alone');
  const filtered = parts.find((part) => part.sort === 'weight' || (part.sort === 'names' && part.of !== 'timeline'));
  if (filtered && digest === 'editors')
    return refuse(
      filtered.sort === 'names' ? `${filtered.of}:` : 'weight:',
      'What editors are told is about the whole record, not about some of its events',
    );
  return [];
}
