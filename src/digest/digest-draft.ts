import type { Run, Statement } from '../answer/answer.ts';
import { Citer } from '../answer/citer.ts';
import { plain } from '../answer/wording.ts';
import type { DaySpan } from '../calendar/occasion.ts';
import type { Digest, DigestSection } from './digest.ts';
import type { DigestKind } from './order.ts';

/** What every digest has, whatever it tells. */
export interface DigestHead {
  kind: DigestKind;
  title: string;
  days: DaySpan;
}

/** A digest while it is being composed: its sections and their citations are added in the order in which they are read. */
export class DigestDraft {
  readonly citer = new Citer();
  readonly #sections: DigestSection[] = [];
  readonly #caveats: string[] = [];

  /** Adds a section; one without lines is left out. */
  section(heading: string, lines: readonly Statement[], note?: string): this {
    if (lines.length > 0) this.#sections.push({ heading, lines: [...lines], ...(note === undefined ? {} : { note }) });
    return this;
  }

  /** Adds an editors' caveat of an event, once, with the title of what it is about. */
  warn(title: string, caveat: string): this {
    const warning = `${title}: ${caveat}`;
    if (!this.#caveats.includes(warning)) this.#caveats.push(warning);
    return this;
  }

  /** @param nothing what is said where no section has a line */
  finish(head: DigestHead, nothing: string): Digest {
    const empty = this.#sections.length === 0;
    return {
      ...head,
      empty,
      sections: empty ? [{ heading: '', lines: [line('lead', [plain(nothing)])] }] : this.#sections,
      notes: [],
      caveats: this.#caveats,
      citations: this.citer.citations,
    };
  }
}

/** A line with the numbers of its citations, each once. */
export function line(role: Statement['role'], runs: Run[], cites: readonly number[] = [], event?: string): Statement {
  const unique = [...new Set(cites)].sort((a, b) => a - b);
  return { role, runs, cites: unique, ...(event === undefined ? {} : { event }) };
}
