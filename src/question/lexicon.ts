import type { Timeline } from '../record/timeline.ts';
import type { Weapon } from '../record/vocabulary-schema.ts';
import { fold, nameKey } from '../record/words.ts';
import type { Analyzer } from '../search/analyzer.ts';
import { PhraseTable } from '../search/phrase-table.ts';
import type { English } from './english.ts';

/** What a phrase of a question can stand for in a timeline. */
export type Meaning =
  | { type: 'place'; id: string }
  | { type: 'place-kind'; kind: string }
  | { type: 'actor'; id: string; adjective: boolean }
  | { type: 'person'; id: string }
  | { type: 'event-name'; id: string }
  | { type: 'kind'; id: string; form: 'noun' | 'verb' }
  | { type: 'generic-kind'; ids: readonly string[] }
  | { type: 'weapon'; id: string; platform: boolean }
  | { type: 'measure'; id: string };

/** Words in front of an operation's name that people drop or shorten. */
const OPERATION = new Set(['operation', 'op']);

/** Every phrase that a timeline's gazetteer, events and vocabulary give a meaning to. */
export class Lexicon {
  /** Names, by folded words without articles. */
  readonly names = new PhraseTable<Meaning>();
  /** Common nouns and verbs, by the analyzer's keys. */
  readonly vocabulary = new PhraseTable<Meaning>();
  /** Abbreviations that are ordinary words too (IS): names only when typed in capitals. */
  readonly capitalsOnly = new Map<string, Meaning>();
  /** Weapons by themselves, to be found inside the phrases that name a kind ("ballistic missile attack"). */
  readonly weapons = new PhraseTable<Meaning>();
  /** Measures, by the analyzer's keys: they overlie other meanings ("jets lost") and use up no words. */
  readonly measures = new PhraseTable<Meaning>();
  readonly #analyzer: Analyzer;
  readonly #meanings = new Map<string, Meaning>();

  constructor(timeline: Timeline, analyzer: Analyzer, english: English) {
    this.#analyzer = analyzer;
    const { gazetteer } = timeline;
    for (const place of gazetteer.places.values()) {
      for (const name of [place.name, place.short, ...place.aliases])
        this.#name(name, { type: 'place', id: place.id }, english);
    }
    for (const kind of new Set([...gazetteer.places.values()].map((place) => place.kind))) {
      this.#phrase(kind.replaceAll('-', ' '), { type: 'place-kind', kind });
    }
    for (const actor of gazetteer.actors.values()) {
      for (const name of [actor.name, actor.short, ...actor.aliases]) {
        this.#name(name, { type: 'actor', id: actor.id, adjective: false }, english);
      }
      for (const name of actor.adjectives) this.#name(name, { type: 'actor', id: actor.id, adjective: true }, english);
    }
    for (const person of gazetteer.people.values()) {
      for (const name of [person.name, ...person.aliases, ...(person.sharedAliases ?? [])])
        this.#name(name, { type: 'person', id: person.id }, english);
    }
    for (const event of timeline.events) {
      for (const name of event.names ?? []) this.#eventName(name, event.id);
    }
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
        this.vocabulary.add(this.#analyzer.keys(word), meaning);
        this.weapons.add(this.#analyzer.keys(word), meaning);
      }
    }
    for (const measure of timeline.measures.values()) {
      for (const word of [measure.name, ...measure.words])
        this.measures.add(this.#analyzer.keys(word), this.#one({ type: 'measure', id: measure.id }));
    }
  }

  /** Whether a folded word stands in any name or phrase. */
  knows(folded: string): boolean {
    const key = this.#analyzer.key(folded);
    return this.names.hasWord(folded) || this.vocabulary.hasWord(key) || this.measures.hasWord(key);
  }

  /** One object for equal meanings, so that a phrase carries each meaning once. */
  #one(meaning: Meaning): Meaning {
    const key = JSON.stringify(meaning);
    const known = this.#meanings.get(key);
    if (known) return known;
    this.#meanings.set(key, meaning);
    return meaning;
  }

  #name(name: string | undefined, meaning: Meaning, english: English): void {
    if (name === undefined) return;
    const key = nameKey(name);
    if (/^[A-Z]{2,4}$/.test(name) && english.harmless.has(fold(name))) {
      this.capitalsOnly.set(name, meaning);
      return;
    }
    this.names.add(key.split(' '), this.#one(meaning));
  }

  #eventName(name: string, id: string): void {
    const keys = nameKey(name).split(' ');
    const meaning = this.#one({ type: 'event-name', id });
    this.names.add(keys, meaning);
    if (OPERATION.has(keys[0]!) && keys.length > 2) {
      this.names.add(keys.slice(1), meaning);
      for (const word of OPERATION) this.names.add([word, ...keys.slice(1)], meaning);
    }
  }

  #phrase(phrase: string, meaning: Meaning): void {
    this.vocabulary.add(this.#analyzer.keys(phrase), this.#one(meaning));
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
