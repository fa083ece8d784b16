import type { Question } from '../question/question.ts';

/** What a question counts: the words behind its "how many" or "number of". */
export interface CountedPhrase {
  /** Index of its first word and of the one after its last. */
  start: number;
  end: number;
  /** The index tokens of its describing words. */
  tokens: readonly string[];
}

/** Words with which what is counted ends: "how many Iraqi troops | went". */
const ENDS =
  /^(did|do|does|was|were|is|are|had|has|have|would|will|in|at|on|by|from|to|when|that|who|which|the|it|they|he|she|got|get|went|came|took|fell|per|according|as|while|with|for|during|once|after|before|since|where|left|made|there|you|we|hit|landed)$/;
const LONGEST = 6;

/** Words before a "many" or an "of" with which a question asks for a count. */
const COUNTING: Record<string, RegExp> = { many: /^how$/, of: /^(number|no|count|total)$/ };

/** The words behind "how many", up to the verb or the preposition that follows; nothing where it is not asked so. */
export function countedPhrase(question: Question): CountedPhrase | undefined {
  const { words } = question;
  const many = words.findIndex((word, index) => COUNTING[word.folded]?.test(words[index - 1]?.folded ?? ''));
  if (many === -1) return undefined;
  let start = many + 1;
  while (['of', 'its', 'their', 'our', 'the', 'own', 'those', 'his'].includes(words[start]?.folded ?? '')) start++;
  let end = start;
  const named = (at: number) => question.mentions.some((mention) => at >= mention.start && at < mention.end);
  while (end < words.length && end - start < LONGEST && (named(end) || !ENDS.test(words[end]!.folded))) end++;
  if (end === start) return undefined;
  const tokens = question.content
    .filter((word) => word.start >= start && word.start < end && word.number === undefined)
    .flatMap((word) => word.tokens.map(({ token }) => token));
  return { start, end, tokens };
}
