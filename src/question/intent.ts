import type { IntentAttributes, IntentFile } from './intent-schema.ts';
import type { IntentTable } from './intent-table.ts';
import { matchPhrasing, type PhrasingInput, type PhrasingMatch } from './match-phrasing.ts';
import { isName, meaningsOf } from './mention.ts';
import { compilePhrasing, type Phrasing, type WordClasses } from './phrasing.ts';
import type { QuestionKind } from './question-kind.ts';

export interface CompiledPhrasing {
  phrasing: Phrasing;
  attributes: IntentAttributes;
  weight: number;
}

/** One intent with its phrasings compiled. */
export interface Intent {
  name: QuestionKind;
  rank: number;
  phrasings: readonly CompiledPhrasing[];
  /** Every plain word of its phrasings. */
  words: readonly string[];
}

/** A phrasing that fits a question, with what it scores there. */
export interface FittedPhrasing {
  intent: QuestionKind;
  phrasing: string;
  score: number;
}

/** How the intent of a question was read. */
export interface IntentReading {
  intent: QuestionKind;
  attributes: IntentAttributes;
  /** Indexes of the words that phrasings of the winning intent used up. */
  used: ReadonlySet<number>;
  /** Every phrasing that fitted, best first, for the trace. */
  fitted: readonly FittedPhrasing[];
  /** The matches of the winning intent, in the order of their weight. */
  matches: readonly PhrasingMatch[];
}

/**
 * Compiles one intent file.
 * @param classes the words that each `@class` of a phrasing stands for
 * @throws PhrasingError for a phrasing that is written wrong
 */
export function compileIntent(file: IntentFile, classes: WordClasses = new Map()): Intent {
  const phrasings = file.phrasings.map((entry) => {
    const { say, as = {}, weight } = typeof entry === 'string' ? { say: entry } : entry;
    return { phrasing: compilePhrasing(say, classes), attributes: as, weight: weight ?? 0 };
  });
  const words = phrasings.flatMap(({ phrasing }) =>
    phrasing.parts.flatMap((part) => (part.type === 'word' ? part.words : [])),
  );
  return { name: file.intent, rank: file.rank, phrasings, words };
}

/** What a phrasing scores for the words of its own and the slots that it found: the higher wins. */
export function scoreOf(
  { weight }: { weight: number },
  { rank }: { rank: number },
  literals: number,
  slots: number,
): number {
  return literals + slots / 2 + weight + rank / 100;
}

/**
 * Words by which a question speaks of Dateline and its record. They are fewer than the class `bot` of words.yml, which
 * phrasings use: "list" or "service" stands in many a question of events.
 */
const OURS = /^(you|your|youre|yours|dateline|bot|record|timeline|database|archive|app|tool|corrected|corrections?)$/;
/** Names and dates from which on a question is one of events. */
const MANY_NAMES = 2;

function isOfEvents({ words, mentions, dates }: PhrasingInput): boolean {
  const names = mentions.filter((mention) => isName(mention) || meaningsOf(mention, 'weapon').length > 0);
  return names.length + dates.length >= MANY_NAMES && !words.some((word) => OURS.test(word.folded));
}

/** The intent that fits a question best: the most words matched, then the higher rank; nothing where none fits. */
export function readIntent(intents: IntentTable, input: PhrasingInput): IntentReading | undefined {
  const folded = new Set(input.words.map((word) => word.folded));
  const found = intents.mayFit(folded).flatMap((compiled) => {
    const { intent } = compiled;
    const match = matchPhrasing(compiled.phrasing, input);
    return match
      ? [{ intent, compiled, match, score: scoreOf(compiled, intent, match.literals.length, match.slots.length) }]
      : [];
  });
  found.sort((a, b) => b.score - a.score);
  // Who names a place and a date does not ask about Dateline, unless Dateline is spoken to.
  const best = isOfEvents(input) ? (found.find(({ intent }) => intent.name !== 'meta') ?? found[0]) : found[0];
  if (!best) return undefined;
  const own = found.filter((candidate) => candidate.intent === best.intent);
  const attributes: IntentAttributes = Object.assign(
    {},
    ...own.map((candidate) => candidate.compiled.attributes).reverse(),
  );
  // Whose date is wanted is said beside whatever is asked: "the first strikes – I need the Washington date".
  const clock = found.find((candidate) => candidate.compiled.attributes.clock !== undefined);
  const asked = clock && !own.includes(clock) ? [...own, clock] : own;
  return {
    intent: best.intent.name,
    attributes: clock ? { ...attributes, clock: attributes.clock ?? clock.compiled.attributes.clock } : attributes,
    used: new Set(asked.flatMap((candidate) => candidate.match.literals)),
    fitted: found.map(({ intent, compiled, score }) => ({
      intent: intent.name,
      phrasing: compiled.phrasing.source,
      score,
    })),
    matches: own.map((candidate) => candidate.match),
  };
}
