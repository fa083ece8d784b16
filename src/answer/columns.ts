import type { DateMention } from '../question/dates/date-mention.ts';
import type { Meaning } from '../question/lexicon.ts';
import type { Mention } from '../question/mention.ts';
import type { ContentWord } from '../question/question.ts';
import type { Timeline } from '../record/timeline.ts';
import type { Field } from '../search/event-document.ts';
import type { EventIndex } from '../search/event-index.ts';
import { type Column, highest, inText, times, withOwnWords } from './column.ts';
import type { Constraint } from './constraint.ts';
import type { EventFacts } from './event-facts.ts';
import { withCovered } from './measures.ts';
import { meetsDate, meetsMeaning, meetsToll, meetsWeapon, type Stance } from './meet.ts';
import { meetsNought } from './meet-nought.ts';

/** How far a word in an event's text meets a word of the question. */
const WORDED: Record<Field, number> = { title: 1, summary: 0.88, detail: 0.75, wordings: 0.72, sources: 0.5 };
/** How far an event of its kind meets a weapon that it does not have. */
const OF_THE_KIND = 0.75;

/** Columns of what one question says, by its very dates, words and names, which its parts share. */
export interface QuestionColumns {
  dates: Map<DateMention, Column>;
  words: Map<ContentWord, Column>;
  mentions: Map<Mention, Map<string, Column>>;
}

/** For a new question. They go with it: kept here, they would be copied at each collection of garbage. */
export function newQuestionColumns(): QuestionColumns {
  return { dates: new Map(), words: new Map(), mentions: new Map() };
}

/** Works out columns, and keeps those that depend on the record alone: the same names come in question after question. */
export class Columns {
  readonly #facts: readonly EventFacts[];
  readonly #rows: ReadonlyMap<string, number>;
  readonly #timeline: Timeline;
  readonly #index: EventIndex;
  readonly #meanings = new Map<string, Column>();
  readonly #tokens = new Map<string, Column>();
  readonly #shared = new Map<string, Column>();

  constructor(facts: readonly EventFacts[], timeline: Timeline, index: EventIndex) {
    this.#facts = facts;
    this.#rows = new Map(facts.map(({ event }, row) => [event.id, row]));
    this.#timeline = timeline;
    this.#index = index;
  }

  /** How far each event meets a constraint; `deed` says whether the question speaks of something done, `attack` of attacks alone. */
  of(constraint: Constraint, deed: boolean, attack: boolean, own: QuestionColumns): Column {
    switch (constraint.type) {
      case 'date':
        return kept(own.dates, constraint.date, () => this.#each((facts) => meetsDate(constraint.date, facts.event)));
      case 'toll':
        if (constraint.nought) return this.#nought(constraint.measures, constraint.actors);
        return constraint.actors.length === 0
          ? this.#toll(constraint.measures, [])
          : highest(constraint.actors.map((actor) => this.#toll(constraint.measures, [actor])));
      case 'figure':
        return kept(this.#shared, `figure ${constraint.measures.join()}`, () =>
          this.#each((facts) =>
            withCovered(constraint.measures, this.#timeline).some((id) => facts.measures.has(id)) ? 1 : 0,
          ),
        );
      case 'weapons':
        return highest([
          ...constraint.ids.map((id) =>
            kept(this.#shared, `weapon ${id}`, () => this.#each((facts) => meetsWeapon(id, facts, this.#timeline))),
          ),
          this.#inWords(constraint.words, own),
        ]);
      case 'word':
        return this.#word(constraint.word, own);
      case 'mention':
        return this.#mention(
          constraint,
          {
            role: constraint.role,
            possessive: constraint.possessive,
            deed,
            attack,
            within: constraint.within,
            spot: constraint.spot,
            hurt: constraint.hurt,
          },
          own,
        );
    }
  }

  /** Whether a constraint names attacks and nothing else that may be done. */
  namesAttack(constraint: Constraint): boolean {
    if (constraint.type === 'toll' || constraint.type === 'weapons') return true;
    if (constraint.type !== 'mention') return false;
    const kinds = constraint.mention.meanings.flatMap((meaning) =>
      meaning.type === 'kind' ? [meaning.id] : meaning.type === 'generic-kind' ? meaning.ids : [],
    );
    return kinds.every((id) => this.#timeline.kinds.get(id)?.group === 'attack');
  }

  #mention(constraint: Extract<Constraint, { type: 'mention' }>, stance: Stance, own: QuestionColumns): Column {
    const { role, possessive, deed, attack, within, spot, hurt } = stance;
    const columns = own.mentions.get(constraint.mention) ?? new Map<string, Column>();
    own.mentions.set(constraint.mention, columns);
    const key = [role, possessive, deed, attack, within, spot, hurt, constraint.words.length].join();
    return kept(columns, key, () => this.#mentioned(constraint, stance, own));
  }

  #mentioned(constraint: Extract<Constraint, { type: 'mention' }>, stance: Stance, own: QuestionColumns): Column {
    const meanings = readings(constraint);
    const armed = meanings.some((meaning) => meaning.type === 'weapon' && !meaning.platform);
    const met = highest(
      meanings.map((meaning) => {
        const column = this.#meaning(meaning, stance);
        // A van bomb is a bombing, yet not every bombing is one.
        return armed && meaning.type === 'kind' ? times(column, OF_THE_KIND) : column;
      }),
    );
    if (constraint.words.length === 0) return met;
    return withOwnWords(
      met,
      constraint.words.map((word) => this.#word(word, own)),
    );
  }

  #toll(measures: readonly string[], actors: readonly string[]): Column {
    return kept(this.#shared, `toll ${measures.join()} ${actors.join()}`, () =>
      this.#each((facts) => meetsToll(measures, actors, facts, this.#timeline)),
    );
  }

  #nought(measures: readonly string[], actors: readonly string[]): Column {
    return kept(this.#shared, `nought ${measures.join()} ${actors.join()}`, () =>
      this.#each((facts) => meetsNought(measures, actors, facts, this.#timeline)),
    );
  }

  #meaning(meaning: Meaning, stance: Stance): Column {
    const key = meaningKey(meaning, stance);
    return kept(this.#meanings, key, () => this.#each((facts) => meetsMeaning(meaning, stance, facts, this.#timeline)));
  }

  #word(word: ContentWord, own: QuestionColumns): Column {
    return kept(own.words, word, () =>
      highest(
        word.tokens.map(({ token, quality }) => {
          const column = this.#token(token);
          return quality === 1 ? column : times(column, quality);
        }),
      ),
    );
  }

  /** How far the words of a kind or weapon stand in each event's text, where its fields do not say so. */
  #inWords(words: readonly ContentWord[], own: QuestionColumns): Column {
    if (words.length === 0) return new Float64Array(this.#facts.length);
    return inText(words.map((word) => this.#word(word, own)));
  }

  #token(token: string): Column {
    const known = this.#tokens.get(token);
    if (known) return known;
    const column = new Float64Array(this.#facts.length);
    const held = this.#index.holding(token);
    for (const [id, field] of held) column[this.#rows.get(id)!] = WORDED[field];
    // Tokens that the record lacks are as many as people can type: only those that it holds are kept.
    if (held.size > 0) this.#tokens.set(token, column);
    return column;
  }

  #each(degree: (facts: EventFacts) => number): Column {
    const column = new Float64Array(this.#facts.length);
    for (let row = 0; row < column.length; row++) column[row] = degree(this.#facts[row]!);
    return column;
  }
}

/** "By Iran" means the actor, never the place; and rockets are rockets, not whatever else counts as a rocket attack. */
export function readings({
  mention,
  role,
}: Pick<Extract<Constraint, { type: 'mention' }>, 'mention' | 'role'>): readonly Meaning[] {
  if (mention.meanings.some((meaning) => meaning.type === 'weapon' && !meaning.platform))
    return mention.meanings.filter((meaning) => meaning.type !== 'generic-kind');
  if (role === 'any' || role === 'against') return mention.meanings;
  const actors = mention.meanings.filter((meaning) => meaning.type === 'actor' || meaning.type === 'person');
  return actors.length > 0 ? actors : mention.meanings;
}

/** What of a stance a meaning depends on: a place is a place whatever its role. */
function meaningKey(meaning: Meaning, stance: Stance): string {
  switch (meaning.type) {
    case 'actor':
      return `actor:${meaning.id}:${stance.role}:${stance.attack}`;
    case 'event-name':
      return `event-name:${meaning.id}:${stance.within}`;
    case 'person':
      return `person:${meaning.id}:${stance.possessive}:${stance.deed}:${stance.hurt}`;
    case 'place':
      return `place:${meaning.id}:${stance.spot}`;
    case 'place-kind':
      return `place-kind:${meaning.kind}`;
    case 'generic-kind':
      return `generic-kind:${meaning.ids.join()}`;
    default:
      return `${meaning.type}:${meaning.id}`;
  }
}

/** The column kept under a key, worked out when it is first wanted. */
function kept<K>(
  columns: { get(key: K): Column | undefined; set(key: K, column: Column): unknown },
  key: K,
  make: () => Column,
): Column {
  const known = columns.get(key);
  if (known) return known;
  const column = make();
  columns.set(key, column);
  return column;
}
