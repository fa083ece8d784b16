import type { Statement } from '../answer/answer.ts';
import type { Digest } from '../digest/digest.ts';
import { renderDigestText } from './digest-text.ts';
import { statementText } from './lines.ts';

/** A line of a digest as scripts read it. */
export interface JsonDigestLine {
  role: Statement['role'];
  text: string;
  cites: number[];
  /** Id of the event that the line is about; null where it is about none. */
  event: string | null;
}

/** A digest as the JSON that scripts read; the order of the keys is part of the contract. */
export interface JsonDigest {
  kind: Digest['kind'];
  title: string;
  days: Digest['days'];
  empty: boolean;
  /** The whole plain text. */
  text: string;
  sections: { heading: string; lines: JsonDigestLine[]; note: string | null }[];
  notes: string[];
  caveats: string[];
  citations: { n: number; title: string; publisher: string; date: string | null; url: string }[];
}

/** A digest as one line of JSON, keys in the order of {@link JsonDigest}; what is not there is null. */
export function renderDigestJson(digest: Digest): string {
  return JSON.stringify(toJsonDigest(digest));
}

function toJsonDigest(digest: Digest): JsonDigest {
  return {
    kind: digest.kind,
    title: digest.title,
    days: { first: digest.days.first, last: digest.days.last },
    empty: digest.empty,
    text: renderDigestText(digest),
    sections: digest.sections.map(({ heading, lines, note = null }) => ({
      heading,
      lines: lines.map((line) => ({
        role: line.role,
        text: statementText(line),
        cites: line.cites,
        event: line.event ?? null,
      })),
      note,
    })),
    notes: digest.notes,
    caveats: digest.caveats,
    citations: digest.citations.map(({ n, title, publisher, date = null, url }) => ({
      n,
      title,
      publisher,
      date,
      url,
    })),
  };
}
