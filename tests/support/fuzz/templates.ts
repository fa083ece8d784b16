import fc from 'fast-check';
import { LONGEST_QUESTION } from '../../../src/dateline.ts';
import { record } from '../desk.ts';
import { arbitraryDate, arbitraryNumber } from './dates.ts';

const timelines = record();
const gazetteers = timelines.map(({ gazetteer }) => gazetteer);
const from = (texts: readonly (string | undefined)[]) =>
  fc.constantFrom(...new Set(texts.filter((text) => text !== undefined)));

/** What stands in the slots of {@link TEMPLATES}: the record's own words. */
const SLOTS: Record<string, fc.Arbitrary<string>> = {
  place: from(
    gazetteers.flatMap(({ places }) =>
      [...places.values()].flatMap(({ name, short, aliases }) => [name, short, ...aliases]),
    ),
  ),
  actor: from(
    gazetteers.flatMap(({ actors }) =>
      [...actors.values()].flatMap(({ name, short, aliases }) => [name, short, ...aliases]),
    ),
  ),
  person: from(
    gazetteers.flatMap(({ people }) => [...people.values()].flatMap(({ name, aliases }) => [name, ...aliases])),
  ),
  event: from(timelines.flatMap(({ events }) => events.flatMap(({ title, names = [] }) => [title, ...names]))),
  kind: from(
    timelines.flatMap(({ kinds }) =>
      [...kinds.values()].flatMap(({ name, plural, nouns }) => [name, plural, ...nouns]),
    ),
  ),
  verb: from(timelines.flatMap(({ kinds }) => [...kinds.values()].flatMap(({ verbs }) => verbs))),
  weapon: from(
    timelines.flatMap(({ weapons }) => [...weapons.values()].flatMap(({ name, words }) => [name, ...words])),
  ),
  measure: from(
    timelines.flatMap(({ measures }) => [...measures.values()].flatMap(({ name, words }) => [name, ...words])),
  ),
  date: arbitraryDate,
  number: arbitraryNumber,
};

/** A question of every kind, with slots. */
const TEMPLATES = [
  'when did {actor} {verb} {place}?',
  'what date was {event}',
  'when was {person} killed',
  'on what day in {date} was {place} hit',
  'what was the date in Washington when {event}',
  '{event}: was that {date} or {date}',
  'how many {measure} in {event}?',
  'how many {measure} did {actor} say there were at {place} {date}',
  'what did {person} say the {measure} was',
  'latest number of {measure}, {place}',
  'where was {person} {date}',
  'which base was hit by {weapon} {date}?',
  'whereabouts did {event} happen',
  'who claimed {event}',
  'who was behind the {kind} at {place}?',
  'which group fired {weapon} at {place} {date}',
  'did {actor} deny {event}',
  'list every {kind} on {place}',
  'all {kind} by {actor} against {actor} {date}',
  '{kind}, {place}, {date}',
  'what happened on {date}?',
  'what happened between {date} and {date}',
  'everything since {event}',
  'how many times was {place} attacked {date}',
  'count of {kind} {date}',
  'how many {kind} by {actor} since {date}',
  'how many days between {event} and {event}?',
  'how long after {event} did {actor} {verb} {place}',
  'how long ago was {event}',
  'days from {date} to {event}',
  'which came first, {event} or {event}?',
  'first {kind} at {place} after {date}',
  'the last {kind} before {event}',
  'was {event} before or after {event}',
  'most recent {kind} on {place}',
  'why did {actor} {verb} {place}?',
  'what was {event} in retaliation for',
  'what set off {event}',
  'what happened after {event}?',
  'how did {actor} respond to {event}',
  'what came next after the {kind} {date}',
  'did {actor} {verb} {place} {date}?',
  'was anyone killed in {event}',
  'is it true that {person} was at {place} when {event}',
  'were there {number} {measure} or {number}',
  'not {event}, the other {kind} at {place}',
  'the {kind} that killed {number} at {place}',
  '{person} or {person}?',
  'what do you hold on {person}',
  '{place}',
  '{date}',
  '{event}',
  '{number} {weapon} at {place}',
  'and where was that?',
  'who claimed it',
  'how many were hurt in it',
  'and the one before',
  'what about {place}',
  'the same for {date}',
  'help',
  'what can you do',
  'thanks',
];

/** A question of some kind about anything at all that the record names. */
export const filledTemplate: fc.Arbitrary<string> = fc.constantFrom(...TEMPLATES).chain((template) => {
  const parts = template.split(/\{(\w+)\}/);
  const filled = parts.map((part, index) => (index % 2 === 0 ? fc.constant(part) : SLOTS[part]!));
  return fc.tuple(...filled).map((texts) => texts.join(''));
});

/** Any one of the record's words and names. */
export const recordWord: fc.Arbitrary<string> = fc.oneof(...Object.values(SLOTS));

/** How a long-winded question begins, and what ties its many parts. */
const OPENINGS = [
  'what happened after',
  'how many days between',
  'which came first,',
  'when was',
  'list',
  'how many',
  'who claimed',
  '',
];
const TIES = [
  ', ',
  '; ',
  ' and ',
  ' or ',
  ' after ',
  ' before ',
  ' then ',
  ', after ',
  ' not ',
  ': ',
  ' since the first ',
];

/** A question of up to so many parts: what is tried part by part takes long. */
export function drawnOut(most: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...OPENINGS),
      fc.array(recordWord, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...TIES),
      fc.integer({ min: 3, max: most }),
    )
    .map(([opening, parts, tie, times]) => {
      const list = Array.from({ length: times }, (_, at) => parts[at % parts.length]);
      return `${opening} ${list.join(tie)}`.slice(0, LONGEST_QUESTION);
    });
}
