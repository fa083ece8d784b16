import type { Meaning } from '../../question/lexicon.ts';
import type { Mention } from '../../question/mention.ts';
import type { Role } from '../../question/question.ts';
import { formatEdtf } from '../../record/format-date.ts';
import type { Timeline } from '../../record/timeline.ts';
import type { EventReference } from '../answer.ts';
import { readings } from '../columns.ts';
import { joinWords } from '../wording.ts';

/** Words and kinds of a group that are named before the rest is counted. */
const GROUP_WORDS = 3;
const GROUP_KINDS = 4;

/** Everything that a mention can mean in its role, in words: "the place Iran or the actor Iran"; who did it is no place. */
export function meaningWords(mention: Mention, timeline: Timeline, role: Role = 'any'): string {
  const words = new Set(readings({ mention, role }).map((meaning) => wordsFor(meaning, timeline)));
  const weapons = mention.weapons?.map((id) => timeline.weapons.get(id)?.name ?? id) ?? [];
  const within = weapons.length === 0 ? '' : `, with the weapon ${joinWords(weapons)} in it`;
  return `${joinWords([...words], 'or')}${within}`;
}

function wordsFor(meaning: Meaning, timeline: Timeline): string {
  const { gazetteer } = timeline;
  switch (meaning.type) {
    case 'place':
      return `the place ${gazetteer.places.get(meaning.id)?.name ?? meaning.id}`;
    case 'place-kind':
      return `any place that is a ${meaning.kind.replaceAll('-', ' ')}`;
    case 'actor':
      return `the actor ${gazetteer.actors.get(meaning.id)?.name ?? meaning.id}`;
    case 'person':
      return `the person ${gazetteer.people.get(meaning.id)?.name ?? meaning.id}`;
    case 'event-name':
      return `a name of “${timeline.byId.get(meaning.id)?.title ?? meaning.id}”`;
    case 'kind':
      return `the kind ${timeline.kinds.get(meaning.id)?.name ?? meaning.id}`;
    case 'generic-kind':
      return groupWords(meaning.ids, timeline);
    case 'weapon':
      return `the ${meaning.platform ? 'carrier of weapons' : 'weapon'} ${timeline.weapons.get(meaning.id)?.name ?? meaning.id}`;
    case 'measure':
      return `the figure ${timeline.measures.get(meaning.id)?.name ?? meaning.id}`;
  }
}

/** "any kind of the group “attack”, “hit”, …: rocket attack, missile attack and 9 more". */
function groupWords(ids: readonly string[], timeline: Timeline): string {
  const words = timeline.generic.find((group) => group.kinds.join() === ids.join())?.words ?? [];
  const named = words.slice(0, GROUP_WORDS).map((word) => `“${word}”`);
  const group = `${named.join(', ')}${words.length > GROUP_WORDS ? ', …' : ''}`;
  const kinds = ids.map((id) => timeline.kinds.get(id)?.name ?? id);
  const shown = kinds.slice(0, GROUP_KINDS);
  const rest = kinds.length - shown.length;
  return `any kind of the group ${group}: ${joinWords(rest > 0 ? [...shown, `${rest} more`] : shown)}`;
}

const ROLES: Record<Exclude<Role, 'any'>, string> = {
  by: 'as the one who did it',
  'likely-by': 'as the one who most likely did it',
  against: 'as the one it was aimed at',
  speaker: 'as the one who said so',
};

/** What an actor is to the event, where the question says so: "as the one who did it". */
export function roleWords(role: Role | undefined): string | undefined {
  return role === undefined || role === 'any' ? undefined : ROLES[role];
}

/** "8 January 2020: Iran fires ballistic missiles at Ain al-Asad and Erbil". */
export function eventWords({ date, title }: Pick<EventReference, 'date' | 'title'>): string {
  return `${formatEdtf(date)}: ${title}`;
}
