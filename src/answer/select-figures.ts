import { type Mention, meaningsOf } from '../question/mention.ts';
import type { Figure, Timeline, TimelineEvent } from '../record/timeline.ts';
import { words } from '../record/words.ts';
import type { Ask } from './ask.ts';
import { inOrderOfDate } from './compose/tolls.ts';
import { measureClosure } from './event-facts.ts';

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
  const asked = askedMeasures(ask);
  const fits = (event.figures ?? []).map(
    (figure): Fit => ({
      figure,
      measure:
        measureFit(figure, asked, timeline) ||
        (asked.length === 0 ? 0.1 : 0) + wordFit(ask, `${figure.what.replaceAll('-', ' ')}`) * 0.5,
      speaker: speakerFit(ask, figure, timeline),
      of: wordFit(ask, `${figure.of} ${figure.note ?? ''}`),
    }),
  );
  const best = Math.max(0, ...fits.map((fit) => fit.measure));
  if (best === 0) return byWords(fits);
  let pool = fits.filter((fit) => fit.measure >= best - 0.35);
  if (pool.some((fit) => fit.speaker > 0)) pool = pool.filter((fit) => fit.speaker > 0);
  const closest = Math.max(...pool.map((fit) => fit.of + fit.measure));
  const near = pool.filter((fit) => fit.of + fit.measure >= closest - 0.25);
  const chosen = inOrderOfDate(near.map((fit) => fit.figure));
  const others = inOrderOfDate(pool.filter((fit) => !near.includes(fit)).map((fit) => fit.figure));
  const first = ask.question.intent?.attributes.stage === 'first';
  return first ? [...chosen, ...others] : [...chosen.reverse(), ...others.reverse()];
}

/** Where no measure fits what was asked, the figures whose own words the question uses, if it uses enough of them. */
function byWords(fits: readonly Fit[]): Figure[] {
  const best = Math.max(0, ...fits.map((fit) => fit.of));
  if (best < ENOUGH_WORDS) return [];
  return inOrderOfDate(fits.filter((fit) => fit.of === best).map((fit) => fit.figure)).reverse();
}

const ENOUGH_WORDS = 0.34;

/** The measures that the question asks for, the nearest to "how many" last: "how many U.S. troops were killed" asks for the killed. */
function askedMeasures(ask: Ask): string[][] {
  const { question } = ask;
  const stated = question.intent?.attributes.measure;
  const tolls = question.measures.filter((mention) => mention.toll);
  const mentions = question.intent?.intent === 'yes-no' && tolls.length > 0 ? tolls : question.measures;
  const starts =
    question.intent?.matches.flatMap((match) =>
      match.slots.filter((slot) => slot.slot === 'measure').map((slot) => slot.start),
    ) ?? [];
  const preferred = mentions.filter((mention) => starts.includes(mention.start));
  const ordered: Mention[] = [...mentions.filter((mention) => !preferred.includes(mention)), ...preferred];
  return [
    ...ordered.map((mention) => meaningsOf(mention, 'measure').map((meaning) => meaning.id)),
    ...(stated === undefined ? [] : [[stated]]),
  ];
}

/** 1 where the figure counts what was asked, less where it counts a part of it or more than it. */
function measureFit(figure: Figure, asked: readonly string[][], timeline: Timeline): number {
  const closure = measureClosure(figure.what, timeline);
  let best = 0;
  for (const ids of asked) {
    if (ids.includes(figure.what)) best = Math.max(best, 1);
    else if (ids.some((id) => timeline.measures.get(id)?.covers?.includes(figure.what))) best = Math.max(best, 0.7);
    else if (ids.some((id) => closure.includes(id))) best = Math.max(best, figure.value === 0 ? 0.95 : 0.7);
  }
  return best;
}

/** Share of the figure's own words that the question uses, and of nationalities that it names. */
function wordFit(ask: Ask, text: string): number {
  const { analyzer } = ask.engine.language;
  const tokens = new Set(analyzer.tokens(text));
  if (tokens.size === 0) return 0;
  const asked = new Set(
    analyzer.terms(ask.question.words).flatMap((term) => [term.own, term.group].filter((token) => token !== undefined)),
  );
  const { harmless } = ask.engine.language.english;
  const telling = [...new Set(words(text).map((word) => word.folded))].filter((word) => !harmless.has(word));
  const hits = telling.filter(
    (word) => asked.has(analyzer.key(word)) || groupOf(analyzer, word).some((group) => asked.has(group)),
  ).length;
  return telling.length === 0 ? 0 : Math.min(1, hits / Math.min(3, telling.length));
}

function groupOf(analyzer: Ask['engine']['language']['analyzer'], word: string): string[] {
  return analyzer.tokens(word).filter((token) => token.startsWith('='));
}

/** Whether the figure was given by somebody whom the question names as its speaker. */
function speakerFit(ask: Ask, figure: Figure, timeline: Timeline): number {
  const { question, engine } = ask;
  const speakers = question.mentions.filter(
    (mention) => question.roles.get(mention.start) === 'speaker' || isSpeakingPerson(mention),
  );
  if (speakers.length === 0) return 0;
  const text = words(figure.saidBy);
  const keys = text.map((word) => (word.article ? undefined : word.folded));
  const named = new Set<string>();
  for (let index = 0; index < text.length; index++) {
    const match = engine.language.lexicon.names.longestAt(index, text.length, (at) => keys[at]);
    for (const meaning of match?.values ?? []) {
      if (meaning.type === 'actor')
        for (const id of timeline.gazetteer.actorClosure([meaning.id])) named.add(`actor:${id}`);
      if (meaning.type === 'person') named.add(`person:${meaning.id}`);
    }
    if (match) index = match.end - 1;
  }
  return speakers.some((mention) =>
    mention.meanings.some((meaning) => 'id' in meaning && named.has(`${meaning.type}:${meaning.id}`)),
  )
    ? 1
    : 0;
}

function isSpeakingPerson(mention: Mention): boolean {
  return meaningsOf(mention, 'person').length > 0;
}
