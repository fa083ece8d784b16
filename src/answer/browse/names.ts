import type { Meaning } from '../../question/lexicon.ts';
import { fold, nameKey, words as splitWords, type Word } from '../../record/words.ts';
import type { Engine } from '../engine.ts';

/** What a name can be looked up as. */
export type NameSort = 'timeline' | 'place' | 'actor' | 'kind';

/** One thing that a typed name can stand for. */
export interface NamedThing {
  /** Several where one word covers several kinds. */
  ids: readonly string[];
  name: string;
  /** Names of the timelines that hold it. */
  timelines: readonly string[];
}

/** Looking up places, actors, kinds and timelines by name, and names by id; aliases and spellings work as in questions. */
export interface Names {
  /** What a name, or an id, can stand for; several where it is ambiguous. */
  readings(sort: NameSort, typed: string, timeline?: string): readonly NamedThing[];
  /** Names that are spelled much like one that nothing has. */
  near(sort: NameSort, typed: string, timeline?: string): readonly string[];
  /** The name by an id; the id itself where there is none. */
  nameOf(sort: NameSort, id: string): string;
}

/** Looks names up in the timelines of engines. */
export function createNames(engines: readonly Engine[]): Names {
  const within = (timeline: string | undefined) =>
    timeline === undefined ? engines : engines.filter((engine) => engine.timeline.card.name === timeline);
  const readings = (sort: NameSort, typed: string, timeline?: string) =>
    joined(within(timeline).flatMap((engine) => readIn(engine, sort, typed)));
  return {
    readings,
    near: (sort, typed, timeline) => {
      const found = within(timeline).flatMap((engine) => {
        const { words, corrections } = engine.language.spelling.correct(splitWords(typed), (folded) =>
          engine.language.lexicon.knows(folded),
        );
        const corrected = words.map(({ folded }) => folded).join(' ');
        return corrections.length > 0 ? readIn(engine, sort, corrected) : [];
      });
      return [...new Set(found.map(({ name }) => name))];
    },
    nameOf: (sort, id) => engines.flatMap((engine) => nameIn(engine, sort, id) ?? [])[0] ?? id,
  };
}

/** Readings of several timelines, those with the same ids as one. */
function joined(readings: readonly NamedThing[]): NamedThing[] {
  const byIds = new Map<string, NamedThing>();
  for (const reading of readings) {
    const key = reading.ids.join(' ');
    const known = byIds.get(key);
    byIds.set(key, known ? { ...known, timelines: [...known.timelines, ...reading.timelines] } : reading);
  }
  return [...byIds.values()];
}

function nameIn({ timeline }: Engine, sort: NameSort, id: string): string | undefined {
  const { gazetteer, kinds, card } = timeline;
  if (sort === 'timeline') return card.name === id ? card.title : undefined;
  const named = sort === 'kind' ? kinds.get(id) : gazetteer[sort === 'place' ? 'places' : 'actors'].get(id);
  return named?.name;
}

function readIn(engine: Engine, sort: NameSort, typed: string): NamedThing[] {
  const { card } = engine.timeline;
  const thing = (ids: readonly string[], name = nameIn(engine, sort, ids[0]!) ?? ids[0]!): NamedThing => ({
    ids,
    name,
    timelines: [card.name],
  });
  if (sort === 'timeline') {
    const key = nameKey(typed);
    return key !== '' && [card.name, card.title].some((name) => nameKey(name) === key) ? [thing([card.name])] : [];
  }
  const id = fold(typed.trim());
  if (nameIn(engine, sort, id) !== undefined) return [thing([id])];
  if (sort === 'kind') return kindsCalled(engine, typed).map((ids) => thing(ids, ids.length > 1 ? typed : undefined));
  const meant = meaningsOf(engine, sort, typed).flatMap((meaning) => (meaning.type === sort ? [meaning.id] : []));
  return [...new Set(meant)].map((found) => thing([found]));
}

/** Kinds by what they are called, then by nouns that name them, by verbs, and by words that fit several of them. */
function kindsCalled(engine: Engine, typed: string): (readonly string[])[] {
  const key = nameKey(typed);
  const kinds = [...engine.timeline.kinds.values()];
  const called = kinds.filter(
    ({ name, plural }) => key !== '' && [name, plural].some((other) => nameKey(other) === key),
  );
  if (called.length > 0) return called.map(({ id }) => [id]);
  const meanings = meaningsOf(engine, 'kind', typed);
  const named = (form: 'noun' | 'verb') =>
    meanings.flatMap((meaning) => (meaning.type === 'kind' && meaning.form === form ? [meaning.id] : []));
  const generic = meanings.flatMap((meaning) => (meaning.type === 'generic-kind' ? [meaning.ids] : []));
  const nouns = new Set(named('noun'));
  const single = nouns.size > 0 ? nouns : new Set(named('verb'));
  return single.size > 0 ? [...single].map((id) => [id]) : generic;
}

/** What all the words of a text together stand for. */
function meaningsOf({ language: { lexicon, analyzer } }: Engine, sort: NameSort, typed: string): readonly Meaning[] {
  const words = splitWords(typed);
  const capitals = words.length === 1 ? lexicon.capitalsOnly.get(words[0]!.raw) : undefined;
  const table = sort === 'kind' ? lexicon.vocabulary : lexicon.names;
  const keyOf = ({ folded, article }: Word) => (article ? undefined : sort === 'kind' ? analyzer.key(folded) : folded);
  const match = table.longestAt(0, words.length, (index) => keyOf(words[index]!));
  return [...(match?.end === words.length ? match.values : []), ...(capitals ? [capitals] : [])];
}
