import type { Timeline } from '../record/timeline.ts';
import type { Weapon } from '../record/vocabulary-schema.ts';
import { fold, nameKey } from '../record/words.ts';
import type { Analyzer } from '../search/analyzer.ts';
import { packPhrases } from '../search/phrase-table.ts';
import type { English } from './english.ts';
import type { LexiconData, Meaning } from './lexicon.ts';

/** Words in front of an operation's name that people drop or shorten. */
const OPERATION = new Set(['operation', 'op']);

/** Gathers every phrase that a timeline's gazetteer, events and vocabulary give a meaning to. */
export function gatherPhrases(timeline: Timeline, analyzer: Analyzer, english: English): LexiconData {
  const gathering = new Gathering(analyzer, english);
  gathering.addGazetteer(timeline);
  gathering.addVocabulary(timeline);
  return {
    names: packPhrases(gathering.names),
    vocabulary: packPhrases(gathering.vocabulary),
    capitalsOnly: [...gathering.capitalsOnly],
    weapons: packPhrases(gathering.weapons),
    measures: packPhrases(gathering.measures),
  };
}

type Entry = readonly [keys: readonly string[], meaning: Meaning];

/** The phrases of a lexicon while they are gathered. */
class Gathering {
  readonly names: Entry[] = [];
  readonly vocabulary: Entry[] = [];
  readonly capitalsOnly = new Map<string, Meaning>();
  readonly weapons: Entry[] = [];
  readonly measures: Entry[] = [];
  readonly #analyzer: Analyzer;
  readonly #english: English;
  readonly #meanings = new Map<string, Meaning>();

  constructor(analyzer: Analyzer, english: English) {
    this.#analyzer = analyzer;
    this.#english = english;
  }

  addGazetteer({ gazetteer, events }: Timeline): void {
    for (const place of gazetteer.places.values()) {
      for (const name of [place.name, place.short, ...place.aliases]) this.#name(name, { type: 'place', id: place.id });
    }
    for (const kind of new Set([...gazetteer.places.values()].map((place) => place.kind))) {
      this.#phrase(kind.replaceAll('-', ' '), { type: 'place-kind', kind });
    }
    for (const actor of gazetteer.actors.values()) {
      for (const name of [actor.name, actor.short, ...actor.aliases])
        this.#name(name, { type: 'actor', id: actor.id, adjective: false });
      for (const name of actor.adjectives) this.#name(name, { type: 'actor', id: actor.id, adjective: true });
    }
    for (const person of gazetteer.people.values()) {
      for (const name of [person.name, ...person.aliases, ...(person.sharedAliases ?? [])])
        this.#name(name, { type: 'person', id: person.id });
    }
    for (const event of events) {
      for (const name of event.names ?? []) this.#eventName(name, event.id);
    }
  }

  addVocabulary(timeline: Timeline): void {
    for (const kind of timeline.kinds.values()) {
      for (const noun of [kind.name, kind.plural, ...kind.nouns])
        this.#phrase(noun, { type: 'kind', id: kind.id, form: 'noun' });
      for (const verb of kind.verbs) this.#phrase(verb, { type: 'kind', id: kind.id, form: 'verb' });
    }
    for (const group of timeline.generic) {
      const meaning: Meaning = { type: 'generic-kind', ids: group.kinds };
      for (const word of group.words) this.#phrase(word, meaning);
    }
    for (const weapon of timeline.weapons.values()) {
      for (const word of [weapon.name, ...weapon.words]) {
        const meaning = this.#one({ type: 'weapon', id: weapon.id, platform: isVague(weapon, timeline) });
        this.vocabulary.push([this.#analyzer.keys(word), meaning]);
        this.weapons.push([this.#analyzer.keys(word), meaning]);
      }
    }
    for (const measure of timeline.measures.values()) {
      for (const word of [measure.name, ...measure.words])
        this.measures.push([this.#analyzer.keys(word), this.#one({ type: 'measure', id: measure.id })]);
    }
  }

  /** One object for equal meanings, so that a phrase carries each meaning once. */
  #one(meaning: Meaning): Meaning {
    const key = JSON.stringify(meaning);
    const known = this.#meanings.get(key);
    if (known) return known;
    this.#meanings.set(key, meaning);
    return meaning;
  }

  #name(name: string | undefined, meaning: Meaning): void {
    if (name === undefined) return;
    const key = nameKey(name);
    if (/^[A-Z]{2,4}$/.test(name) && this.#english.harmless.has(fold(name))) {
      this.capitalsOnly.set(name, meaning);
      return;
    }
    this.names.push([key.split(' '), this.#one(meaning)]);
  }

  #eventName(name: string, id: string): void {
    const keys = nameKey(name).split(' ');
    const meaning = this.#one({ type: 'event-name', id });
    this.names.push([keys, meaning]);
    if (OPERATION.has(keys[0]!) && keys.length > 2) {
      this.names.push([keys.slice(1), meaning]);
      for (const word of OPERATION) this.names.push([[word, ...keys.slice(1)], meaning]);
    }
  }

  #phrase(phrase: string, meaning: Meaning): void {
    this.vocabulary.push([this.#analyzer.keys(phrase), this.#one(meaning)]);
  }
}

/** Whether an event need not have a weapon that a question names: what carries weapons, kinds of it, and loose words. */
function isVague(weapon: Weapon, timeline: Timeline): boolean {
  if (weapon.loose) return true;
  for (
    let at: Weapon | undefined = weapon;
    at;
    at = at.within === undefined ? undefined : timeline.weapons.get(at.within)
  )
    if (at.platform) return true;
  return false;
}
