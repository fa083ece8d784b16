import { type Mention, meaningsOf } from '../question/mention.ts';
import type { Question } from '../question/question.ts';

const WITHIN = new Set(['in', 'at', 'near', 'across', 'inside', 'within', 'around']);
const JOINTS = new Set(['and', 'or']);

/**
 * Places that a question lines up after one "in" are met by an event at any of them: "attacks in Kuwait and Saudi
 * Arabia" are those in Kuwait and those in Saudi Arabia, though hardly one event is in both.
 */
export function joinPlaces(question: Question, mentions: readonly Mention[]): readonly Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const previous = joined.at(-1);
    const between = previous && question.words.slice(previous.end, mention.start).map((word) => word.folded);
    const lined =
      previous !== undefined &&
      between?.length === 1 &&
      JOINTS.has(between[0]!) &&
      isPlace(previous) &&
      isPlace(mention) &&
      WITHIN.has(question.words[previous.start - 1]?.folded ?? '');
    if (!lined) joined.push(mention);
    else
      joined[joined.length - 1] = {
        ...previous,
        end: mention.end,
        text: question.text.slice(question.words[previous.start]!.start, question.words[mention.end - 1]!.end),
        meanings: [...placesOf(previous), ...placesOf(mention)],
      };
  }
  return joined;
}

/** "In Iraq" is the place, never the state as one who does something. */
export function asPlace(question: Question, mention: Mention): Mention {
  const acts = meaningsOf(mention, 'actor').length > 0;
  // The same object where nothing changes: what was worked out for a mention is kept by it.
  if (!acts || !isPlace(mention) || question.words[mention.start - 1]?.folded !== 'in') return mention;
  return { ...mention, meanings: mention.meanings.filter((meaning) => meaning.type !== 'actor') };
}

function placesOf(mention: Mention): Mention['meanings'] {
  return meaningsOf(mention, 'place');
}

function isPlace(mention: Mention): boolean {
  return placesOf(mention).length > 0;
}
