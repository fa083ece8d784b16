import { greet, thank } from './noise/manners.ts';
import { moveClause } from './noise/move-clause.ts';
import type { Names } from './noise/names.ts';
import { smallLetters, withoutPunctuation } from './noise/typing.ts';
import { mistype, SLIP_KINDS } from './noise/typos.ts';
import { type Random, seededRandom } from './seeded-random.ts';

/** A question as somebody else would have typed it. */
export interface Noise {
  /** What kind of edit was made, for tallies: "typo in a name, deletion". */
  kind: string;
  question: string;
  /** The edit itself: "Karbala -> Krbala". */
  edit: string;
}

type Edit = (question: string, names: Names, random: Random) => Noise | undefined;

const typoInName: Edit = (question, names, random) => {
  const made = mistype(question, (word) => names.hasWord(word), random);
  return made && { kind: `typo in a name, ${made.slip}`, ...made };
};

const typoInWord: Edit = (question, names, random) => {
  const made = mistype(question, (word) => !names.hasWord(word), random);
  return made && { kind: `typo in a word, ${made.slip}`, ...made };
};

const inFront: Edit = (question, _names, random) => ({ kind: 'politeness in front', ...greet(question, random) });

const behind: Edit = (question, _names, random) => ({ kind: 'politeness behind', ...thank(question, random) });

/** An edit by a function that gives nothing where it has nothing to edit. */
function named(
  kind: string,
  make: (...given: Parameters<Edit>) => { question: string; edit: string } | undefined,
): Edit {
  return (...given) => {
    const made = make(...given);
    return made && { kind, ...made };
  };
}

const otherName: Edit = (question, names, random) => {
  const alike = names.rename(question, true, random);
  if (alike) return { kind: 'another spelling', ...alike };
  const other = names.rename(question, false, random);
  return other && { kind: 'another name', ...other };
};

const noPunctuation: Edit = (question, _names, random) => {
  const closed = random.below(3) === 0 ? withoutPunctuation(question, true) : undefined;
  const made = closed ?? withoutPunctuation(question, false);
  return made && { kind: closed ? 'no punctuation, hyphens closed' : 'no punctuation', ...made };
};

/** The ten edits that a question undergoes, one at a time. */
const EDITS: readonly Edit[] = [
  typoInName,
  typoInName,
  typoInName,
  typoInWord,
  named('small letters', smallLetters),
  noPunctuation,
  inFront,
  behind,
  otherName,
  named('a clause moved', moveClause),
];

/** What is tried in the stead of an edit that a question gives no room for. */
const INSTEAD: readonly Edit[] = [otherName, typoInName, typoInWord, inFront, behind];

/** Every kind of noise that a tally can hold. */
export const NOISE_KINDS: readonly string[] = [
  ...SLIP_KINDS.map((slip) => `typo in a name, ${slip}`),
  ...SLIP_KINDS.map((slip) => `typo in a word, ${slip}`),
  'small letters',
  'no punctuation',
  'no punctuation, hyphens closed',
  'politeness in front',
  'politeness behind',
  'another spelling',
  'another name',
  'a clause moved',
];

/** Draws made before an edit is given up, where it gives nothing or what there is already. */
const DRAWS = 8;

/** Ten versions of a question, each with one edit, no two alike; the same for the same question, names and seed. */
export function noisyVersions(question: string, names: Names, seed: string): Noise[] {
  const random = seededRandom(`${seed} ${question}`);
  const seen = new Set([question]);
  return EDITS.flatMap((edit) => {
    for (let draw = 0; draw < DRAWS; draw++) {
      const noise = (draw < DRAWS / 4 ? edit : random.pick(INSTEAD))(question, names, random);
      if (noise === undefined || seen.has(noise.question)) continue;
      seen.add(noise.question);
      return [noise];
    }
    return [];
  });
}
