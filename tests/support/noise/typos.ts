import type { Random } from '../seeded-random.ts';

/** Shortest word in which a slip of the finger is tried: in shorter ones it makes another word. */
const SHORTEST = 5;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Numbers stand for what they say; a letter changed in one asks something else. */
const NUMBER =
  /^(?:(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|three|seven|eight|eleven|twelve|hundreds?|thousands?|millions?|dozens?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/i;

const SLIPS = {
  substitution: (word: string, at: number, random: Random) => {
    const others = [...LETTERS].filter((letter) => letter !== word[at]!.toLowerCase());
    const letter = random.pick(others);
    return word.slice(0, at) + (isCapital(word[at]!) ? letter.toUpperCase() : letter) + word.slice(at + 1);
  },
  deletion: (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
  doubling: (word: string, at: number) => word.slice(0, at + 1) + word.slice(at),
  transposition: (word: string, at: number) =>
    word.slice(0, at) + swapped(word[at]!, word[at + 1]!) + word.slice(at + 2),
};

export type Slip = keyof typeof SLIPS;

export const SLIP_KINDS = Object.keys(SLIPS) as Slip[];

/**
 * A question with one slip of the finger in one word of five letters or more, or nothing where no word qualifies.
 * @param qualifies whether a slip is wanted in a word
 */
export function mistype(
  question: string,
  qualifies: (word: string) => boolean,
  random: Random,
): { question: string; slip: Slip; edit: string } | undefined {
  const words = [...question.matchAll(/(?<![\p{L}\p{N}])\p{L}+(?![\p{L}\p{N}])/gu)].filter(
    ([word]) => word.length >= SHORTEST && !NUMBER.test(word) && qualifies(word),
  );
  if (words.length === 0) return undefined;
  const { 0: word, index } = random.pick(words);
  const slip = random.pick(SLIP_KINDS);
  const places = [...word]
    .map((_, at) => at)
    .filter((at) => slip !== 'transposition' || differs(word[at], word[at + 1]));
  if (places.length === 0) return undefined;
  const mistyped = SLIPS[slip](word, random.pick(places), random);
  return {
    question: question.slice(0, index) + mistyped + question.slice(index + word.length),
    slip,
    edit: `${word} -> ${mistyped}`,
  };
}

function differs(letter: string | undefined, next: string | undefined): boolean {
  return next !== undefined && letter?.toLowerCase() !== next.toLowerCase();
}

/** Two letters the other way round; a capital stays in front, where the shift key was held. */
function swapped(letter: string, next: string): string {
  return isCapital(letter) && !isCapital(next) ? next.toUpperCase() + letter.toLowerCase() : next + letter;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
