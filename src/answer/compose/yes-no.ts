import { type Mention, meaningsOf } from '../../question/mention.ts';
import { formatEdtf } from '../../record/format-date.ts';
import type { Figure, TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import { type Ask, describe } from '../ask.ts';
import { deniedTolls, spared } from '../denied-toll.ts';
import { Draft } from '../draft.ts';
import { actorsIn } from '../event-facts.ts';
import { selectFigures } from '../select-figures.ts';
import { figureNumber, plain, strong } from '../wording.ts';
import { addDoer } from './doer.ts';
import { measureName, sayOtherCounts } from './tolls.ts';

const TOLD = 5;

/** Whether it was so: settled by a figure where the question is whether anybody was hurt, otherwise told as the record has it. */
export function composeYesNo(ask: Ask, event: TimelineEvent): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about([event]);
  const figures = asksForToll(ask) ? selectFigures(ask, event) : [];
  const lead = figures[0];
  if (lead) {
    const yes = isZero(lead) === asksForNone(ask);
    // A claim of dead beside a count of none is no yes.
    const conflict = figures.some(
      (figure) =>
        isZero(figure) !== isZero(lead) &&
        figure.borneOut !== false &&
        countsTheSame(figure, lead, ask) &&
        !isOvertaken(figure, lead),
    );
    const verdict = conflict
      ? 'Accounts differ'
      : !countsThoseAsked(ask, lead)
        ? 'The record counts'
        : yes
          ? 'Yes'
          : 'No';
    draft.say(
      'lead',
      [
        strong(verdict),
        plain(
          `: ${isZero(lead) ? 'none' : figureNumber(lead)} ${measureName(lead, timeline)} (${lead.of}), ${lead.saidBy}${lead.asOf === undefined ? '' : `, ${formatEdtf(lead.asOf)}`}.`,
        ),
      ],
      draft.citer.keys(event, lead.sources),
      event.id,
    );
    sayOtherCounts(draft, event, lead, figures.slice(1, TOLD), timeline);
    draft.say(
      'detail',
      [plain(`${formatEdtf(event.date)}: ${event.title}.`)],
      draft.citer.supporting(event, 'date'),
      event.id,
    );
    return draft.finish('answered', 'yes-no', timeline.card.name);
  }
  draft.say(
    'lead',
    [plain('The record has this: '), strong(formatEdtf(event.date)), plain(`, ${event.title}.`)],
    draft.citer.supporting(event, 'date'),
    event.id,
  );
  draft.say('detail', [plain(event.summary)], draft.citer.supporting(event, 'summary', 'date'), event.id);
  if (event.attribution.note !== undefined) {
    draft.say('detail', [plain(event.attribution.note)], draft.citer.supporting(event, 'attribution', 'by'), event.id);
  } else addDoer(draft, ask, event);
  return draft.finish('answered', 'yes-no', timeline.card.name);
}

function asksForToll(ask: Ask): boolean {
  const { timeline } = ask.engine;
  // "Did they kill Nasrallah" asks of him, not of a number.
  if (describe(ask).some((constraint) => constraint.type === 'mention' && constraint.hurt && isPerson(constraint)))
    return false;
  return ask.question.measures.some((mention) =>
    meaningsOf(mention, 'measure').some(({ id }) => timeline.measures.get(id)?.toll === true),
  );
}

/** "No one was killed, right?": a yes says that there was none. */
function asksForNone({ question }: Ask): boolean {
  return deniedTolls(question).length > 0;
}

/** Whether a figure settles a denial: it counts the people who are named in it, or nobody of a group that holds them. */
function countsThoseAsked(ask: Ask, figure: Figure): boolean {
  const { timeline, language } = ask.engine;
  const named = deniedTolls(ask.question).flatMap((toll) => spared(ask.question, toll));
  if (named.length === 0) return true;
  const counted = actorsIn(figure.of, timeline, language.lexicon);
  const wider = isZero(figure) ? timeline.gazetteer.actorClosure(named) : new Set(named);
  return counted.size === 0 ? isZero(figure) : [...wider].some((id) => counted.has(id));
}

/** Whether two figures count the same thing of people that the one and the other name. */
function countsTheSame(a: Figure, b: Figure, ask: Ask): boolean {
  const { timeline, language } = ask.engine;
  const [ofA, ofB] = [a, b].map((figure) => actorsIn(figure.of, timeline, language.lexicon));
  return a.what === b.what && (a.of === b.of || [...ofA!].some((actor) => ofB!.has(actor)));
}

/** Whether a count of none is of an earlier day than the one that leads. */
function isOvertaken(figure: Figure, lead: Figure): boolean {
  return isZero(figure) && figure.asOf !== undefined && lead.asOf !== undefined && figure.asOf < lead.asOf;
}

function isPerson({ mention }: { mention: Mention }): boolean {
  return meaningsOf(mention, 'person').length > 0;
}

function isZero(figure: Figure): boolean {
  return figure.value === 0;
}
