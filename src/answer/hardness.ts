import { isName, type Mention, meaningsOf } from '../question/mention.ts';
import type { Question } from '../question/question.ts';
import { intentOf, PICKING_INTENTS } from './intents.ts';

/** Whether a mention must be met: names do, and so do the kind of event and the weapon where a noun says them. */
export function isHard(question: Question, mention: Mention): boolean {
  const before = question.words[mention.start - 1]?.folded ?? '';
  // "Pro-Assad fighters" are not Assad, and the "Gaza-war campaign" was not in Gaza.
  if (before === 'pro' || before === 'anti' || isCompound(question, mention)) return false;
  if (actsAsState(question, mention)) return false;
  // "Soleimani's successor Qaani" is not Soleimani.
  const others = question.mentions.some((other) => other !== mention && meaningsOf(other, 'person').length > 0);
  if (question.words[mention.end - 1]?.possessive && others && meaningsOf(mention, 'person').length > 0) return false;
  if (isName(mention)) return true;
  // "Attacks on embassies" leaves out a port, and "the consulate in Kirkuk" an air base there.
  if (meaningsOf(mention, 'place-kind').length > 0 && /^(any|each|every|which|what|by|per)$/.test(before)) return false;
  if (meaningsOf(mention, 'place-kind').length > 0)
    return ['list', 'count'].includes(intentOf(question)) || isOneOfAPlace(question, mention);
  // "Bomb" is said of much, "bombing" of bombings.
  const noun = /ings?$/.test(question.words[mention.end - 1]!.folded);
  const weapons = meaningsOf(mention, 'weapon').filter((meaning) => !meaning.platform || noun);
  const nouns = mention.meanings.some((meaning) => meaning.type === 'kind' && meaning.form === 'noun');
  // A list of rocket attacks holds rocket attacks; a question for one event may call it by a looser name.
  if (weapons.length === 0 && !(nouns && PICKING_INTENTS.has(intentOf(question)))) return false;
  // A yes-or-no question may ask for the kind itself; "bomb" in "bomb drone" only describes the drone.
  return intentOf(question) !== 'yes-no' && !describesNext(question, mention);
}

function isCompound({ text, words }: Question, mention: Mention): boolean {
  return text[words[mention.end - 1]!.end] === '-' && words[mention.end]?.start === words[mention.end - 1]!.end + 1;
}

const STATE_ACTS =
  /^(says?|said|threaten(s|ed)?|supposed|den(y|ies|ied)|admits?|admitted|agree[sd]?|wants?|wanted|accepts?|accepted|apologi[sz]e[sd]?|insist(s|ed)?|demand(s|ed)?|announce[sd]?|claim(s|ed)?|blame[sd]?|vow(s|ed)?|warn(s|ed)?|tells?|told|asks?|asked|order(s|ed)?|approve[sd]?|own|lawmakers?|government|mps|parliament|account|ministry|reply)$/;

/** "Baghdad says sorry", "handed over to Damascus": a city that stands for its government is no place. */
function actsAsState({ words }: Question, mention: Mention): boolean {
  if (!mention.meanings.every((meaning) => meaning.type === 'place')) return false;
  const before = words[mention.start - 1]?.folded ?? '';
  const next = words[mention.end]?.folded ?? '';
  return STATE_ACTS.test(next) || /^(to|between|with)$/.test(before);
}

/** "The consulate in Kirkuk": a kind of place of which a town has one, with the town. */
function isOneOfAPlace(question: Question, mention: Mention): boolean {
  const next = question.mentions.find((other) => other.start > mention.start);
  return (
    meaningsOf(mention, 'place-kind').some(({ kind }) => SINGLE_KINDS.has(kind)) &&
    next !== undefined &&
    meaningsOf(next, 'place').length > 0 &&
    question.words[mention.end]?.folded === 'in' &&
    next.start - mention.end <= 2
  );
}

const SINGLE_KINDS = new Set(['embassy', 'consulate', 'airport', 'port', 'prison']);

export function describesNext(question: Question, mention: Mention): boolean {
  // "Bomb-carrying" only describes, as "bomb" does in "bomb drone".
  if (question.text[question.words[mention.end - 1]!.end] === '-') return true;
  return question.mentions.some((next) => next.start === mention.end && meaningsOf(next, 'weapon').length > 0);
}
