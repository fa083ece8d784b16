import type { Word } from '../record/words.ts';
import { attacks, FENDS_OFF, isTarget, landsBy, TARGET_NOUNS } from './deeds.ts';
import { type Mention, meaningsOf } from './mention.ts';
import type { Role } from './question.ts';
import { accordingTo, blames, counts, SPEECH, speaks, spoken } from './speakers.ts';

const AGAINST = new Set(['on', 'against', 'at', 'targeting', 'toward', 'towards', 'targeted', 'upon', 'onto']);
const PASSIVE = new Set(['was', 'were', 'been', 'being', 'got', 'get', 'gets', 'is', 'are', 'be']);
const SKIPPED = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'any',
  'of',
  'own',
  'main',
  'big',
  'new',
  'two',
  'three',
  'several',
  'some',
  'all',
]);
/** How many words may stand between an actor and the verb or noun that it goes with. */
const REACH = 3;

/**
 * The role of each actor that a question names, from the words around it: subject or object of an attack, "by" and
 * "on", active and passive voice, and who is said to have said something.
 */
export function readRoles(
  words: readonly Word[],
  mentions: readonly Mention[],
  tolls: ReadonlySet<number>,
  isAttack: (kind: string) => boolean,
): Map<number, Role> {
  const roles = new Map<number, Role>();
  mentions.forEach((mention, index) => {
    if (meaningsOf(mention, 'person').length > 0 && speaks(words, mention)) roles.set(mention.start, 'speaker');
    if (meaningsOf(mention, 'actor').length > 0)
      roles.set(mention.start, tollRole(words, mention, tolls) ?? roleOf(words, mentions, index, isAttack));
  });
  return roles;
}

/** What of a toll an actor is: "did Iran kill" did it, "American troops killed" were hit. */
function tollRole(words: readonly Word[], mention: Mention, tolls: ReadonlySet<number>): Role | undefined {
  if (!hurt(words, mention, tolls)) return undefined;
  const verb = words.slice(mention.end, mention.end + REACH).find((word) => TAKES_OBJECT.test(word.folded));
  return verb && ['did', 'does', 'do'].includes(wordBefore(words, mention.start)) ? 'by' : 'against';
}

/** Verbs of a toll that somebody does to somebody, in the form that follows "did". */
const TAKES_OBJECT = /^(kill|wound|injure)$/;

/** "American troops killed", "were any U.S. soldiers hurt": the actor is who was hit. */
function hurt(words: readonly Word[], mention: Mention, tolls: ReadonlySet<number>): boolean {
  for (let index = mention.end; index < words.length && index <= mention.end + REACH; index++) {
    if (tolls.has(index))
      return !['that', 'who', 'which', 'by'].includes(words[index - 1]!.folded) || index === mention.end;
    if (/^(that|which|who|and|by|in|on|at)$/.test(words[index]!.folded)) return false;
  }
  return false;
}

function roleOf(
  words: readonly Word[],
  mentions: readonly Mention[],
  index: number,
  isAttack: (kind: string) => boolean,
): Role {
  const mention = mentions[index]!;
  const before = wordBefore(words, mention.start);
  if (before === 'by') {
    if (spoken(words, mention.start - 1) || counts(words, mention.end)) return 'speaker';
    // "Rockets fell by the Egyptian embassy": what falls by something falls near it.
    if (landsBy(words, mention.start)) return 'any';
    // "A site used by Exxon" is Exxon's, and was not attacked by it.
    if (
      /^(used|run|owned|operated|held|manned|guarded|shared|staffed|hired|employed)$/.test(
        words[mention.start - 2]?.folded ?? '',
      )
    )
      return 'any';
    // "By a Jordanian guard": the guard did it, and he was Jordan's.
    const next = mentions[index + 1];
    const describes = isAdjective(mention) && words[mention.end] !== undefined;
    return describes && next?.start !== mention.end ? 'likely-by' : 'by';
  }
  if (before === 'to' && accordingTo(words, mention.start)) return 'speaker';
  const after = words[mention.end]?.folded ?? '';
  if (SPEECH.has(after)) return 'speaker';
  const possessive = words[mention.end - 1]!.possessive || after === 'own' || after === 's';
  if (counts(words, mention.end) && (possessive || isAdjective(mention))) return 'speaker';
  if (before === 'did' && blames(words, mention.end)) return 'speaker';
  const next = mentions[index + 1];
  const deed =
    next && next.start - mention.end <= REACH && isDeed(next) && onlyAdjectives(words, mention.end, next.start)
      ? next
      : undefined;
  if (deed && !isAttackDeed(deed, isAttack)) return 'any';
  // Who shoots a drone down is whom it was sent against as often as not.
  if (deed && FENDS_OFF.test(words[deed.start]!.folded)) return 'any';
  if (deed && words.slice(deed.start, deed.end).every((word) => TARGET_NOUNS.test(word.folded))) return 'against';
  if (deed) {
    if (passiveBefore(words, deed.start, mention.end)) return 'against';
    // "Ships seized by Iran": whom a participle with "by" follows is whom it was done to.
    if (words[deed.end]?.folded === 'by' && isVerbForm(words, deed) && before !== 'did') return 'against';
    // "US troops attacked" were attacked; in "US troops attacked a mosque" the mosque was.
    if (isTarget(words, mention.end, deed.start) && !followedByObject(words, mentions, deed)) return 'against';
    const adjacent = deed.start === mention.end;
    const adjective = isAdjective(mention);
    // "The US reporter abducted": what stands between is whom it befell, unless it is one who attacks.
    if (!adjacent && before !== 'did' && isVerbForm(words, deed) && !attacks(words, mention.end, deed.start))
      return 'any';
    // "Downing the Ukrainian jet": the jet is what the verb in front was done to.
    const verb = mentions[index - 1];
    if (
      adjective &&
      onlyWeapon(deed) &&
      verb &&
      isDeed(verb) &&
      isVerb(words, verb) &&
      onlySkipped(words, verb.end, mention.start)
    )
      return 'against';
    if (adjective && !adjacent && before !== 'did') return 'any';
    // "Did the Kuwait bombings" asks of bombings, "did Iran strike" of Iran.
    const plural =
      /s$/.test(words[deed.end - 1]!.folded) &&
      deed.meanings.some((meaning) => meaning.type === 'kind' && meaning.form === 'noun');
    if (before === 'did' && plural && !adjective) return 'any';
    // "Iranian missiles" are fired by Iran most likely, but may be what was hit.
    if (before === 'did' || adjective) return onlyWeapon(deed) && before !== 'did' ? 'likely-by' : 'by';
    // "The Kuwait bombings" were in Kuwait; "Iraq invaded" and "Iraq's invasion" are by Iraq.
    if (!isVerbForm(words, deed) && !words[mention.end - 1]?.possessive) return 'any';
    return onlyWeapon(deed) ? 'likely-by' : 'by';
  }
  if (before === 'did' && firesAt(words, mentions, index)) return 'by';
  if (AGAINST.has(before)) return 'against';
  const previous = mentions[index - 1];
  if (previous && isDeed(previous) && isVerb(words, previous) && onlySkipped(words, previous.end, mention.start))
    return 'against';
  return 'any';
}

function isAdjective(mention: Mention): boolean {
  return mention.meanings.some((meaning) => meaning.type === 'actor' && meaning.adjective);
}

/** "Did Iran put two missiles into": who sends a weapon into something did it, whatever the verb. */
function firesAt(words: readonly Word[], mentions: readonly Mention[], index: number): boolean {
  const next = mentions[index + 1];
  if (!next || !onlyWeapon(next) || next.start - mentions[index]!.end > REACH + 1) return false;
  const after = words[next.end]?.folded ?? '';
  const verb = words[next.start - 1]?.folded ?? '';
  return (
    /^(into|at|on|onto|against|over|through|towards?)$/.test(after) && !/^(have|lose|get|see|say|find)$/.test(verb)
  );
}

function isAttackDeed(deed: Mention, isAttack: (kind: string) => boolean): boolean {
  return deed.meanings.some(
    (meaning) =>
      meaning.type === 'weapon' ||
      (meaning.type === 'kind' && isAttack(meaning.id)) ||
      (meaning.type === 'generic-kind' && meaning.ids.some(isAttack)),
  );
}

function onlyWeapon(deed: Mention): boolean {
  return deed.meanings.every((meaning) => meaning.type === 'weapon');
}

/** A mention of an attack, of a kind of event, or of a weapon. */
function isDeed(mention: Mention): boolean {
  return mention.meanings.some((meaning) => ['kind', 'generic-kind', 'weapon'].includes(meaning.type));
}

function isVerbForm(words: readonly Word[], mention: Mention): boolean {
  return /ed$|^(hit|struck|shot|sank|blew|fought)$/.test(words[mention.start]!.folded);
}

function isVerb(words: readonly Word[], mention: Mention): boolean {
  const last = words[mention.end - 1]!.folded;
  return (
    /(ed|ing)$/.test(last) ||
    ['hit', 'struck', 'shot', 'shell', 'strike', 'attack', 'bomb', 'target', 'hits', 'strikes'].includes(last)
  );
}

function passiveBefore(words: readonly Word[], start: number, floor: number): boolean {
  for (let index = start - 1; index >= floor && index >= start - 2; index--)
    if (PASSIVE.has(words[index]!.folded)) return true;
  return false;
}

function followedByObject(words: readonly Word[], mentions: readonly Mention[], deed: Mention): boolean {
  const next = mentions.find((mention) => mention.start >= deed.end);
  return next !== undefined && isVerb(words, deed) && onlySkipped(words, deed.end, next.start);
}

function onlyAdjectives(words: readonly Word[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (/^(and|or|but|who|when|after|before|say|said|by|on|at|in|to)$/.test(words[index]!.folded)) return false;
  }
  return true;
}

function onlySkipped(words: readonly Word[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (!SKIPPED.has(words[index]!.folded)) return false;
  return true;
}

/** The nearest word before an index that is no article or like word. */
function wordBefore(words: readonly Word[], index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const { folded } = words[at]!;
    if (!SKIPPED.has(folded)) return folded;
  }
  return '';
}
