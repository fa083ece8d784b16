import type { Gazetteer } from '../../../src/record/gazetteer.ts';
import { nameKey, words } from '../../../src/record/words.ts';
import { consonantSkeleton } from '../../../src/search/edit-distance.ts';
import { PhraseTable, packPhrases } from '../../../src/search/phrase-table.ts';
import type { Random } from '../seeded-random.ts';

/** A name as the gazetteer writes it, and all that it can stand for. */
interface Spelling {
  text: string;
  meanings: string;
}

/** The gazetteer's names, by which a question can name a place, a person or a group in another way. */
export class Names {
  readonly #table: PhraseTable<string>;
  readonly #spellings: Spelling[] = [];
  readonly #words = new Set<string>();
  readonly #abbreviations = new Set<string>();

  constructor(gazetteer: Gazetteer) {
    const meaningsOf = new Map<string, Set<string>>();
    const texts = new Map<string, string>();
    const add = (text: string | undefined, id: string) => {
      if (text === undefined) return;
      const key = nameKey(text);
      if (/^\p{Lu}{2,4}$/u.test(text)) this.#abbreviations.add(text);
      if (!texts.has(key)) texts.set(key, text);
      meaningsOf.set(key, (meaningsOf.get(key) ?? new Set()).add(id));
      for (const word of words(text)) if (word.capital) this.#words.add(word.folded);
    };
    for (const { id, name, short, aliases } of gazetteer.places.values())
      for (const text of [name, short, ...aliases]) add(text, `place ${id}`);
    // A state is called by its capital, its government and its army: other names, not other spellings.
    for (const { id, name, short, aliases, adjectives, kind } of gazetteer.actors.values())
      for (const text of [name, short, ...aliases, ...adjectives])
        add(text, `${kind === 'state' ? 'state' : 'actor'} ${id}`);
    for (const { id, name, aliases, sharedAliases } of gazetteer.people.values())
      for (const text of [name, ...aliases, ...(sharedAliases ?? [])]) add(text, `person ${id}`);
    const named = [...meaningsOf].map(([key, meanings]) => [key, [...meanings].sort().join(', ')] as const);
    this.#table = new PhraseTable(packPhrases(named.map(([key, meanings]) => [key.split(' '), meanings])));
    for (const [key, meanings] of named) this.#spellings.push({ text: texts.get(key)!, meanings });
  }

  /** Whether a word stands, with a capital, in a name. */
  hasWord(word: string): boolean {
    return this.#words.has(words(word)[0]?.folded ?? '');
  }

  /** "IS" is a name, "is" is not: an abbreviation counts only in its capitals. */
  #isTypedAsWritten(name: string): boolean {
    return !this.#abbreviations.has(name.toUpperCase()) || name === name.toUpperCase();
  }

  /**
   * A question with one of its names written in another way that can mean nothing else, or nothing where there is none.
   * @param alike whether the other way must be a spelling of the same words ("Kerbala" of "Karbala")
   */
  rename(question: string, alike: boolean, random: Random): { question: string; edit: string } | undefined {
    const typed = words(question);
    const options: { start: number; end: number; text: string }[] = [];
    for (let index = 0; index < typed.length; ) {
      const match = this.#table.longestAt(index, typed.length, (at) =>
        typed[at]!.article ? undefined : typed[at]!.folded,
      );
      if (!match || typed[index]!.article) {
        index++;
        continue;
      }
      const first = typed[index - 1]?.article ? typed[index - 1]! : typed[index]!;
      const last = typed[match.end - 1]!;
      const end = last.possessive ? last.end - 2 : last.end;
      const name = question.slice(first.start, end);
      index = match.end;
      if (!this.#isTypedAsWritten(name)) continue;
      for (const { text, meanings } of this.#spellings) {
        if (meanings !== match.values[0] || meanings.includes('state ') || nameKey(text) === nameKey(name)) continue;
        // The Senate stands under the Congress, a party under its armed wing: only places and people have other names.
        if (!alike && meanings.includes('actor ')) continue;
        if (isAlike(text, name) === alike) options.push({ start: first.start, end, text: asTyped(text, name) });
      }
    }
    if (options.length === 0) return undefined;
    const { start, end, text } = random.pick(options);
    return {
      question: question.slice(0, start) + text + question.slice(end),
      edit: `${question.slice(start, end)} -> ${text}`,
    };
  }
}

/** As many words as the other, each of them one with the other's consonants but for one. */
function isAlike(text: string, name: string): boolean {
  const [ours, theirs] = [text, name].map((one) => nameKey(one).split(' '));
  return (
    ours!.length === theirs!.length &&
    ours!.every((word, index) => {
      const [one, other] = [consonantSkeleton(word), consonantSkeleton(theirs![index]!)];
      return (
        one === other || (word[0] === theirs![index]![0] && Math.abs(one.length - other.length) <= 1 && one.length > 2)
      );
    })
  );
}

/** Without "the", which the question has or does without, and in small letters where the question is. */
function asTyped(text: string, name: string): string {
  const bare = text.replace(/^the /i, '');
  return name === name.toLowerCase() && !/^\p{Lu}{2,4}$/u.test(bare) ? bare.toLowerCase() : bare;
}
