import type { Column } from './column.ts';
import type { EventFacts } from './event-facts.ts';

/** An event held against the constraints of a question. */
export interface Candidate {
  facts: EventFacts;
  /** How far each constraint is met, in the order of the constraints. */
  degrees: readonly number[];
  /** Share of the question's weight that the event meets, 0 to 1. */
  score: number;
  /** Whether every hard constraint is met. */
  possible: boolean;
  /** Whether every hard constraint is met by the event's fields, not only by its text. */
  full: boolean;
}

/** What is known of every event of a timeline, row by row. */
export interface Ranked {
  facts: readonly EventFacts[];
  /** One column for each constraint. */
  table: readonly Column[];
  /** The weight of all that each row meets; nothing where it meets nothing. */
  met: Column;
  /** The weight of all that there is to meet. */
  total: number;
  /** Whether a row is possible (1), and in full (2). */
  standing: Uint8Array;
}

export const POSSIBLE = 1;
export const FULL = 2;

/**
 * The events that meet any of a description, best first; of one score in the timeline's order. There are hundreds and a
 * few are looked at, so each is made when it is first wanted.
 */
export class Candidates implements Iterable<Candidate> {
  readonly #ranked: Ranked;
  readonly #rows: Int32Array;
  readonly #made = new Map<number, Candidate>();

  constructor(ranked: Ranked) {
    this.#ranked = ranked;
    this.#rows = inOrder(ranked.met);
  }

  get length(): number {
    return this.#rows.length;
  }

  /** The candidate of a rank, from 0; nothing beyond the last. */
  at(rank: number): Candidate | undefined {
    if (rank >= this.#rows.length) return undefined;
    const known = this.#made.get(rank);
    if (known) return known;
    const made = new RowCandidate(this.#ranked, this.#rows[rank]!);
    this.#made.set(rank, made);
    return made;
  }

  *[Symbol.iterator](): Iterator<Candidate> {
    for (let rank = 0; rank < this.length; rank++) yield this.at(rank)!;
  }

  /** Those that meet every hard constraint, best first. */
  get possible(): Candidate[] {
    return this.possibleFrom(Number.NEGATIVE_INFINITY);
  }

  /** Those of at least a score that meet every hard constraint, best first. */
  possibleFrom(score: number): Candidate[] {
    const possible: Candidate[] = [];
    for (let rank = this.#nextPossible(0); rank < this.length; rank = this.#nextPossible(rank + 1)) {
      const candidate = this.at(rank)!;
      if (candidate.score < score) break;
      possible.push(candidate);
    }
    return possible;
  }

  /** The best that meets every hard constraint and that fits; nothing where none does. */
  findPossible(fits: (candidate: Candidate) => boolean = () => true): Candidate | undefined {
    for (let rank = this.#nextPossible(0); rank < this.length; rank = this.#nextPossible(rank + 1)) {
      const candidate = this.at(rank)!;
      if (fits(candidate)) return candidate;
    }
    return undefined;
  }

  #nextPossible(from: number): number {
    const { standing } = this.#ranked;
    let rank = from;
    while (rank < this.length && standing[this.#rows[rank]!]! < POSSIBLE) rank += 1;
    return rank;
  }

  /** Those of at least a score. */
  from(score: number): Candidate[] {
    const least: Candidate[] = [];
    for (const candidate of this) {
      if (candidate.score < score) break;
      least.push(candidate);
    }
    return least;
  }

  /** Those whose degrees fit, best first. */
  meeting(fits: (degree: (column: number) => number) => boolean): Candidate[] {
    const { table } = this.#ranked;
    let row = 0;
    const degree = (column: number) => table[column]![row]!;
    const meeting: Candidate[] = [];
    for (let rank = 0; rank < this.length; rank++) {
      row = this.#rows[rank]!;
      if (fits(degree)) meeting.push(this.at(rank)!);
    }
    return meeting;
  }

  /** The candidate for an event; nothing where the event meets nothing. */
  of(facts: EventFacts): Candidate | undefined {
    const row = this.#ranked.facts.indexOf(facts);
    const rank = this.#rows.indexOf(row);
    return rank < 0 ? undefined : this.at(rank);
  }

  find(fits: (candidate: Candidate) => boolean): Candidate | undefined {
    for (const candidate of this) if (fits(candidate)) return candidate;
    return undefined;
  }

  filter(fits: (candidate: Candidate, rank: number) => boolean): Candidate[] {
    return [...this].filter(fits);
  }
}

/** The rows that meet anything, by what they meet. */
function inOrder(met: Column): Int32Array {
  const rows = new Int32Array(met.length);
  let count = 0;
  for (let row = 0; row < met.length; row++) if (met[row] !== 0) rows[count++] = row;
  // Whole numbers, of which the comparison makes no garbage.
  return rows.subarray(0, count).sort((a, b) => (met[a]! < met[b]! ? 1 : met[a]! > met[b]! ? -1 : a - b));
}

/** One row of the table; its degrees are copied out only for those that anybody looks at. */
class RowCandidate implements Candidate {
  readonly facts: EventFacts;
  readonly score: number;
  readonly possible: boolean;
  readonly full: boolean;
  readonly #table: readonly Column[];
  readonly #row: number;
  #degrees: readonly number[] | undefined;

  constructor({ facts, table, met, total, standing }: Ranked, row: number) {
    this.facts = facts[row]!;
    this.score = met[row]! / total;
    this.possible = standing[row]! >= POSSIBLE;
    this.full = standing[row] === FULL;
    this.#table = table;
    this.#row = row;
  }

  get degrees(): readonly number[] {
    this.#degrees ??= this.#table.map((column) => column[this.#row]!);
    return this.#degrees;
  }
}
