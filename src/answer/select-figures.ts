import { meaningsOf } from '../question/mention.ts';
import type { Figure, TimelineEvent } from '../record/timeline.ts';
import type { Ask } from './ask.ts';
import { type AskedMeasure, askedMeasures, measureFit, openMeasures } from './asked-measures.ts';
import { inOrderOfDate, wholes } from './compose/tolls.ts';
import { type CountedPhrase, countedPhrase } from './counted-phrase.ts';
import { actorsIn } from './event-facts.ts';
import { leadFirst } from './lead-figure.ts';
import { mayCount, whomOf } from './may-count.ts';
import { overtaking } from './overtaken-nought.ts';
import { speakerFit } from './speaker-fit.ts';

/** How well a figure fits what was asked. */
interface Fit {
  figure: Figure;
  measure: number;
  speaker: number;
  of: number;
}

/** The figures of an event that answer a question, the one that answers best first, then the others of its measure. */
export function selectFigures(ask: Ask, event: TimelineEvent): Figure[] {
  const { timeline } = ask.engine;
  const phrase = countedPhrase(ask.question);
  const { measures: asked, toll: tolled } = askedMeasures(ask, phrase);
  const telling = tellingTokens(ask);
  const fits = (event.figures ?? [])
    .filter((figure) => mayCount(ask, figure, phrase, asked))
    .map(
      (figure): Fit => ({
        figure,
        // Who asks for the dead is not told how many were there.
        measure: measureFit(figure, asked, timeline) || (tolled ? 0 : sameNoun(ask, figure, phrase)),
        speaker: speakerFit(ask, figure),
        of: wordFit(ask, figure, telling),
      }),
    );
  const spoken = spokenOf(fits);
  const measurable = tolled || spoken.some((fit) => fit.measure > 0);
  const worth = (fit: Fit) => (measurable && fit.measure === 0 ? 0 : fit.measure + fit.of * WORDS);
  const best = Math.max(0, ...spoken.map(worth));
  if (best < ENOUGH) return [];
  const near = spoken.filter((fit) => worth(fit) >= best - NEAR);
  // Of one day the count of just what was asked comes last, and so first where the newest leads.
  const inFit = near.toSorted((one, other) => one.measure - other.measure).map((fit) => fit.figure);
  const chosen = inOrderOfDate(withoutParts(inFit, asked));
  // What answers by its words alone has no others but those of its own measure.
  const unmeasured = chosen.every((figure) => measureFit(figure, asked, timeline) === 0);
  const measured = Math.max(0, ...spoken.map((fit) => fit.measure));
  const others = inOrderOfDate(
    spoken
      .filter((fit) => worth(fit) < best - NEAR && fit.measure > 0 && fit.measure >= measured - 0.6)
      .map((fit) => fit.figure)
      .filter(
        (figure) =>
          chosen.some(({ what }) => what === figure.what) || (!unmeasured && measureFit(figure, asked, timeline) > 0),
      ),
  );
  const first = ask.question.intent?.attributes.stage === 'first';
  if (first) return [...chosen, ...others];
  // Only among figures of which the question says as much may another than the newest lead.
  const said = (figure: Figure) => fits.find((fit) => fit.figure === figure)?.of ?? 0;
  const most = Math.max(0, ...chosen.map(said));
  const newest = chosen.reverse();
  const level = newest.filter((figure) => said(figure) >= most - LEVEL);
  const inTurn = [
    ...leadFirst(level, event, timeline, ask.engine.language.lexicon),
    ...newest.filter((figure) => !level.includes(figure)),
    ...others.reverse(),
  ];
  if (inTurn[0]?.value !== 0 || timeline.measures.get(inTurn[0].what)?.toll !== true) return inTurn;
  const told = spoken.map((fit) => fit.figure);
  return [...new Set([...overtaking(ask, event, { nought: inTurn[0], asked, figures: told }), ...inTurn])];
}

/**
 * The figures of the speaker whom the question names, unless only others counted what it asks for: "the war dead as of
 * Obama's address" need not be his number.
 */
function spokenOf(fits: readonly Fit[]): Fit[] {
  const named = fits.filter((fit) => fit.speaker > 0);
  const others = fits.filter((fit) => fit.speaker === 0);
  const counts = ({ measure }: Fit) => measure > 0;
  return named.length > 0 && (named.some(counts) || !others.some(counts)) ? named : others;
}

/** Leaves out what counts a part of a number that the same speaker gave the same day: the 25 flown home of 110 hurt. */
function withoutParts(figures: readonly Figure[], asked: readonly AskedMeasure[]): Figure[] {
  const isAsked = (figure: Figure) => asked.some(({ ids }) => ids.includes(figure.what));
  const kept = new Set(wholes(figures));
  return figures.filter((figure) => isAsked(figure) || kept.has(figure));
}

/** What the words of a figure count for against its measure, how near the best another must be, and how much is enough. */
const WORDS = 1.15;
const NEAR = 0.2;
const ENOUGH = 0.38;
/** How near in what they say two figures are level. */
const LEVEL = 0.05;

/** The tokens by which the question says more than its measures and names do: each must speak for a figure by itself. */
function tellingTokens(ask: Ask): string[][] {
  const { question } = ask;
  const measured = (start: number) =>
    question.measures.some((measure) => start >= measure.start && start < measure.end);
  const { gazetteer } = ask.engine.timeline;
  const peoples = question.mentions.flatMap((mention) =>
    meaningsOf(mention, 'actor').flatMap(({ id }) =>
      ['state', 'armed-force'].includes(gazetteer.actors.get(id)?.kind ?? '') ||
      question.roles.get(mention.start) === 'against'
        ? [[...gazetteer.actorClosure([id])].map((other) => `actor:${other}`)]
        : [],
    ),
  );
  return [
    ...question.content.filter((word) => !measured(word.start)).map((word) => word.tokens.map(({ token }) => token)),
    ...peoples,
  ];
}

/** Share of what the question says of the figure (a launcher, Iraqi civilians) that the figure's own words say too. */
function wordFit(ask: Ask, figure: Figure, telling: readonly string[][]): number {
  if (telling.length === 0) return 0;
  const { analyzer, lexicon } = ask.engine.language;
  const text = `${figure.of} ${figure.what.replaceAll('-', ' ')} ${figure.note ?? ''}`;
  const people = (text: string) => [...actorsIn(text, ask.engine.timeline, lexicon)].map((id) => `actor:${id}`);
  const counted = people(whomOf(figure.of));
  const tokens = new Set([
    ...analyzer.tokens(text),
    // Americans who were treated in Iraq are no Iraqis; "people in Iraq" may be.
    ...(counted.length > 0 ? counted : people(text)),
  ]);
  const weights = telling.map((group) => rarity(ask, group));
  const hit = telling.reduce(
    (sum, group, index) => sum + (group.some((token) => tokens.has(token)) ? weights[index]! : 0),
    0,
  );
  const most = [...weights]
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, weight) => sum + weight, 0);
  return most === 0 ? 0 : Math.min(1, hit / most);
}

/** How much a word tells a figure by: the rarer in the record, the more; nationalities as much as a rare word. */
function rarity(ask: Ask, group: readonly string[]): number {
  const { index } = ask.engine;
  const held = Math.max(...group.map((token) => index.frequency(token)));
  return Math.log((index.size + 1) / (held + 0.5));
}

/**
 * "How many rockets were still in the launcher" may ask for another measure of rockets than the one fired, and "how many
 * depots" for a measure of no such name.
 */
function sameNoun(ask: Ask, figure: Figure, phrase: CountedPhrase | undefined): number {
  const { analyzer } = ask.engine.language;
  const asking = new Set(analyzer.tokens('how many'));
  const nouns = new Set(analyzer.tokens(`${figure.what.replaceAll('-', ' ')} ${figure.of}`));
  const asked = openMeasures(ask.question).flatMap((mention) =>
    analyzer.tokens(mention.text).filter((token) => !asking.has(token)),
  );
  return [...asked, ...(phrase?.tokens ?? [])].some((token) => nouns.has(token)) ? 0.5 : 0;
}
