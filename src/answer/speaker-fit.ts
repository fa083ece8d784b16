import type { Lexicon } from '../question/lexicon.ts';
import { meaningsOf } from '../question/mention.ts';
import { speaks } from '../question/speakers.ts';
import type { Figure, Timeline } from '../record/timeline.ts';
import { words } from '../record/words.ts';
import type { Ask } from './ask.ts';
import { negationOf } from './negation.ts';

/** 1 where the figure was given by somebody whom the question names as its speaker, -1 where it rules that speaker out. */
export function speakerFit(ask: Ask, figure: Figure): number {
  const { question, engine } = ask;
  const { timeline } = engine;
  const speakers = question.mentions.filter(
    (mention) => question.roles.get(mention.start) === 'speaker' || meaningsOf(mention, 'person').length > 0,
  );
  const named = speakersIn(figure.saidBy, timeline, engine.language.lexicon);
  const said = speakers.filter((mention) =>
    mention.meanings.some((meaning) => 'id' in meaning && named.has(`${meaning.type}:${meaning.id}`)),
  );
  if (said.some((mention) => negationOf(question, mention.start, 0) !== undefined)) return -1;
  return said.length > 0 || isSaidBy(ask, figure) ? 1 : 0;
}

/** Words of a speaker that the gazetteer need not know: "TIME's number", "the interior minister". */
function isSaidBy(ask: Ask, figure: Figure): boolean {
  const { analyzer } = ask.engine.language;
  const own = new Set(analyzer.tokens(figure.saidBy));
  const counted = new Set(analyzer.tokens(`${figure.of} ${figure.what.replaceAll('-', ' ')}`));
  return ask.question.content.some(
    (word) =>
      word.number === undefined &&
      word.tokens.some(
        ({ token }) =>
          own.has(token) &&
          !counted.has(token) &&
          (ask.engine.index.frequency(token) < ask.engine.index.size / 10 || speaks(ask.question.words, word)),
      ),
  );
}

/** Everybody whom the words of a speaker name: "Gen. Milley", "Pentagon (Ryder)". */
function speakersIn(saidBy: string, timeline: Timeline, lexicon: Lexicon): Set<string> {
  const text = words(saidBy);
  const keys = text.map((word) => (word.article ? undefined : word.folded));
  const named = new Set<string>();
  for (let index = 0; index < text.length; index++) {
    const match = lexicon.names.longestAt(index, text.length, (at) => keys[at]);
    if (!match) continue;
    for (const meaning of match.values) {
      if (meaning.type === 'actor')
        for (const id of timeline.gazetteer.actorClosure([meaning.id])) named.add(`actor:${id}`);
      if (meaning.type === 'person') named.add(`person:${meaning.id}`);
    }
    index = match.end - 1;
  }
  return named;
}
