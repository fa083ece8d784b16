import { meaningsOf } from '../../question/mention.ts';
import type { Timeline } from '../../record/timeline.ts';
import type { Constraint } from '../constraint.ts';
import { isNaming } from '../find.ts';
import { joinWords } from '../wording.ts';

/** Kinds of place that something happens in rather than at. */
const WIDE = new Set(['country', 'region', 'province', 'city', 'district', 'sea', 'strait']);

/** A description in words that the record knows: "attack by Iran at Ain al-Asad Air Base in 2021". */
export function describeConstraints(constraints: readonly Constraint[], timeline: Timeline): string {
  const said = constraints.filter((constraint) => !constraint.aside && constraint.negation === undefined);
  const deeds = said.filter(
    (constraint) => constraint.type === 'toll' || (constraint.type === 'mention' && !isNaming(constraint)),
  );
  const phrases = [
    deeds.length > 0 ? `event with ${joinWords([...new Set(deeds.map((deed) => `“${deed.text}”`))])}` : 'event',
    ...said.flatMap((constraint) => namePhrase(constraint, timeline)),
    ...said.flatMap((constraint) => (constraint.type === 'date' ? [datePhrase(constraint.text)] : [])),
  ];
  const words = said.flatMap((constraint) => (constraint.type === 'word' ? [`“${constraint.text}”`] : []));
  if (words.length === 0) return phrases.join(' ');
  return `${phrases.join(' ')}${phrases.length === 1 && deeds.length === 0 ? ' with' : ','} ${joinWords(words)}`;
}

function namePhrase(constraint: Constraint, timeline: Timeline): string[] {
  if (constraint.type !== 'mention' || !isNaming(constraint)) return [];
  const { mention, role } = constraint;
  const { gazetteer } = timeline;
  const actor = meaningsOf(mention, 'actor')[0];
  if (actor && role !== 'any') {
    const name = gazetteer.actors.get(actor.id)?.name ?? constraint.text;
    return [role === 'against' ? `against ${name}` : role === 'speaker' ? `with a figure of ${name}` : `by ${name}`];
  }
  const place = meaningsOf(mention, 'place')[0];
  const known = place && gazetteer.places.get(place.id);
  if (known) return [`${WIDE.has(known.kind) ? 'in' : 'at'} ${known.name}`];
  const person = meaningsOf(mention, 'person')[0];
  const name =
    (person && gazetteer.people.get(person.id)?.name) ??
    (actor && gazetteer.actors.get(actor.id)?.name) ??
    constraint.text;
  return [`with ${name}`];
}

/** A date with a preposition: what was typed has one, or is given one. */
function datePhrase(text: string): string {
  if (/^(in|on|of|during|since|after|before|until|between|from|for|by|at|the|last|this|over)\b/i.test(text))
    return text.replace(/^of\b/i, 'in');
  return /^\D*\d{1,2}\b.*[a-z]/i.test(text) || /\d-\d\d-\d/.test(text) ? `on ${text}` : `in ${text}`;
}
