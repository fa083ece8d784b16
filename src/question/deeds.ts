import type { Word } from '../record/words.ts';

const LANDS = /^(fell|fall|falls|falling|land|landed|lands|landing|drop|dropped|came|come|comes|exploded|explode)$/;
const PARTICIPLE =
  /^(fired|launched|shot|sent|carried|claimed|done|staged|lobbed|killed|wounded|struck|bombed|attacked|targeted|seized|downed|injured|hurt)$/;

/** Whether a "by" tells where something fell, not who did it. */
export function landsBy(words: readonly Word[], start: number): boolean {
  for (let index = start - 1; index >= Math.max(0, start - 7); index--) {
    const { folded } = words[index]!;
    if (PARTICIPLE.test(folded)) return false;
    if (LANDS.test(folded)) return true;
  }
  return false;
}

/** Verbs of those who are attacked. */
export const FENDS_OFF = /^(fight|fought|beat|intercept(s|ed)?|repel(s|led)?|stop(s|ped)?|foil(s|ed)?|thwart(s|ed)?)$/;

/** People and things that attack for those whose they are. */
const ATTACKERS =
  /^(jets?|planes?|warplanes?|aircraft|bombers?|forces?|troops?|military|army|navy|air|missiles?|rockets?|drones?|warships?|ships?|destroyers?|submarines?|militias?|militiamen|gunboats?|boats?|commandos?|helicopters?|gunships?|artillery|fighters?|militants?|students?|soldiers?|marines?|police|agents?|guards?|gunners?|pilots?|coastguard|security|special|have|had|has|then|also|first|even|ever|really|s|government|regime|proxies|allies|backed|crowds?|mobs?|protesters?|officials?|armed|ballistic|cruise)$/;

export function attacks(words: readonly Word[], from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (!ATTACKERS.test(words[index]!.folded) && !words[index]!.folded.endsWith('ly')) return false;
  return true;
}

/** People and things that belong to an actor and are attacked, more often than they attack. */
export const TARGET_NOUNS =
  /^(troops?|soldiers?|forces?|bases?|personnel|embass(y|ies)|consulates?|convoys?|contractors?|marines?|service|positions?|ships?|warships?|facilit(y|ies)|sites?|compounds?|outposts?|planes?|targets?|interests?|staff|citizens?|civilians?|diplomats?|sailors?|guards?|frigates?|tankers?|vessels?|commanders?|officers?)$/;

/** Whether what stands between an actor and a deed are people or things that belong to the actor (troops, base). */
export function isTarget(words: readonly Word[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (TARGET_NOUNS.test(words[index]!.folded)) return true;
  }
  return false;
}
