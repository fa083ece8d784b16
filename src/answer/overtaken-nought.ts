import { type Mention, meaningsOf } from '../question/mention.ts';
import type { Figure, TimelineEvent } from '../record/timeline.ts';
import type { Ask } from './ask.ts';
import type { AskedMeasure } from './asked-measures.ts';
import { inOrderOfDate, wholes } from './compose/tolls.ts';
import { actorsIn } from './event-facts.ts';
import { isBoast, leadFirst } from './lead-figure.ts';
import { whomOf } from './may-count.ts';
import { countsToward, withCovered } from './measures.ts';

/** A toll of none that would answer a question, the measures that the question asks for, and the figures that may be told. */
interface Nought {
  nought: Figure;
  asked: readonly AskedMeasure[];
  figures: readonly Figure[];
}

/**
 * The counts by which a count of none no longer holds, the one that tells the most in front: of what is asked for or of a part
 * of it ("brain injuries" of "killed or wounded"), given on a later day, or of other people where the question names none.
 * What the attackers boast of, and a claim that was not borne out, overtake nothing.
 */
export function overtaking(ask: Ask, event: TimelineEvent, { nought, asked, figures }: Nought): Figure[] {
  const { timeline, language } = ask.engine;
  const { lexicon } = language;
  const wanted = new Set(
    withCovered(
      asked.flatMap(({ ids }) => ids),
      timeline,
    ),
  );
  const people = ({ of }: Figure) => actorsIn(whomOf(of), timeline, lexicon);
  const sameAs = (figure: Figure, ids: ReadonlySet<string>) => {
    const own = people(figure);
    return own.size === 0 || ids.size === 0 || [...own].some((id) => ids.has(id));
  };
  const askedOf = peopleAsked(ask);
  const overtakes = (figure: Figure) =>
    figure.value !== 0 &&
    figure.borneOut !== false &&
    countsToward(figure.what, wanted, timeline) &&
    !isBoast(figure, event, timeline, lexicon) &&
    (askedOf.size === 0 || [...people(figure)].some((id) => askedOf.has(id))) &&
    (isLater(figure, nought) || !sameAs(figure, people(nought)));
  return leadFirst(inOrderOfDate(wholes(figures.filter(overtakes))).reverse(), event, timeline, lexicon);
}

function isLater({ asOf }: Figure, than: Figure): boolean {
  return asOf !== undefined && than.asOf !== undefined && asOf > than.asOf;
}

/** Those of whose people the question asks what became of them: the United States of "were any Americans hurt". */
function peopleAsked({ question, engine }: Ask): Set<string> {
  const ids = question.measures
    .filter(({ toll }) => toll)
    .flatMap((toll) =>
      question.mentions
        .filter((mention) => isSaidOf(toll, mention, (index) => question.words[index]!.folded))
        .flatMap((mention) => meaningsOf(mention, 'actor').map(({ id }) => id)),
    );
  return new Set(engine.timeline.gazetteer.actorClosure(ids));
}

/** Words that may stand between people and what happened to them. */
const REACH = 3;
const ELSEWHERE = /^(in|at|on|by|from|near|of|during|when|after|before|against)$/;
/** Of those they say whose somebody is, where no place is named: "hurt anyone in the U.S. Navy". */
const MEMBERSHIP = /^(in|of|from)$/;

function isSaidOf(toll: Mention, people: Mention, wordAt: (index: number) => string): boolean {
  const [from, to] = people.end <= toll.start ? [people.end, toll.start] : [toll.end, people.start];
  if (to - from > REACH || to < from) return false;
  const isPlace = meaningsOf(people, 'place').length > 0;
  for (let index = from; index < to; index += 1) {
    const word = wordAt(index);
    if (ELSEWHERE.test(word) && (isPlace || !MEMBERSHIP.test(word))) return false;
  }
  return true;
}
