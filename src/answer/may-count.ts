import { meaningsOf } from '../question/mention.ts';
import type { Figure } from '../record/timeline.ts';
import type { Ask } from './ask.ts';
import { type AskedMeasure, measureFit } from './asked-measures.ts';
import type { CountedPhrase } from './counted-phrase.ts';
import { actorsIn } from './event-facts.ts';

/**
 * Whether a figure may be what "how many X" asks for: it counts X by its measure or by its own words, it counts no other
 * nation's people, and it is a number.
 */
export function mayCount(
  ask: Ask,
  figure: Figure,
  phrase: CountedPhrase | undefined,
  asked: readonly AskedMeasure[],
): boolean {
  if (!phrase) return true;
  if (isOfOthers(ask, figure, phrase)) return false;
  if (measureFit(figure, asked, ask.engine.timeline) > 0) return true;
  // A date or a vote is no answer to "how many".
  if (typeof figure.value === 'object' && 'words' in figure.value) return false;
  const counted = actorsCounted(ask, phrase);
  if ((phrase.tokens.length === 0 && counted.length === 0) || countsThem(ask, figure, counted)) return true;
  const { analyzer } = ask.engine.language;
  const tokens = new Set(analyzer.tokens(`${headOf(figure.of)} ${figure.what.replaceAll('-', ' ')}`));
  return phrase.tokens.some((token) => tokens.has(token));
}

/** Those whose people the question counts: IS of "how many IS men". */
function actorsCounted({ question }: Ask, phrase: CountedPhrase): string[] {
  return question.mentions
    .filter((mention) => mention.start >= phrase.start && mention.start < phrase.end)
    .flatMap((mention) => meaningsOf(mention, 'actor').map(({ id }) => id));
}

/** Whether a figure counts the people of one of those whom the question counts. */
function countsThem(ask: Ask, figure: Figure, counted: readonly string[]): boolean {
  const actors = actorsIn(whomOf(figure.of), ask.engine.timeline, ask.engine.language.lexicon);
  return counted.some((id) => actors.has(id));
}

/** The people whom a figure counts, before what it says of them: "U.S. troops" of "U.S. troops in Iraq at the start". */
function headOf(of: string): string {
  return of.split(/[,;(]|\b(?:in|at|on|from|to|of|by|for|with|near|during|who|that|which)\b/)[0]!;
}

/** Whom a figure counts, without where they were: the men of "men of the Iraqi army in Kuwait" are no Kuwaitis. */
export function whomOf(of: string): string {
  return of.split(/\b(?:in|at|on|near|from|to|during)\b/)[0]!;
}

/** "How many Iraqi troops" is not answered with a count of Kuwaitis, nor "how many Israelis" with one of people in Iran. */
function isOfOthers(ask: Ask, figure: Figure, phrase: CountedPhrase): boolean {
  const { timeline, language } = ask.engine;
  const stateOf = (ids: Iterable<string>) =>
    [...timeline.gazetteer.actorClosure([...ids])].filter((id) => timeline.gazetteer.actors.get(id)?.kind === 'state');
  const statesIn = (text: string) => stateOf(actorsIn(text, timeline, language.lexicon));
  const people = stateOf(actorsCounted(ask, phrase));
  const whom = statesIn(whomOf(figure.of));
  // "How many died in Israel" asks for nobody in Iran.
  const wanted = people.length > 0 || whom.length > 0 ? people : stateOf(countriesAsked(ask));
  const counted = whom.length > 0 ? whom : statesIn(PEOPLE_IN.exec(figure.of)?.[1] ?? '');
  return wanted.length > 0 && counted.length > 0 && !wanted.some((id) => counted.includes(id));
}

/** Those who are told by the country in which they are. */
const PEOPLE_IN = /^(?:(?!\b(?:at|near|on|from)\b)[^,;(])*?\bin ([^,;(]+)/;

/** The countries in which the question asks: Israel of "in Israel". */
function countriesAsked({ question }: Ask): string[] {
  return question.mentions
    .filter(({ start }) => question.words[start - 1]?.folded === 'in')
    .flatMap((mention) => meaningsOf(mention, 'actor').map(({ id }) => id));
}
