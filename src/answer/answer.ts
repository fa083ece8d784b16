import type { QuestionKind } from '../question/question-kind.ts';
/** What Dateline says: the value that every door receives and every renderer turns into its own form. */

export type AnswerStatus = 'answered' | 'several' | 'declined';

export type AnswerKind = QuestionKind;

/** A run of text; `strong` marks the answer itself, which a renderer prints bold. */
export interface Run {
  text: string;
  strong?: boolean;
  /** Heads the entries of a line: "Wounded: ". */
  label?: boolean;
  /** Stands between two entries of a line, where a renderer may begin a new one. */
  joint?: boolean;
}

/** One sentence or line of an answer, with the numbers of the citations that support it. */
export interface Statement {
  /** `lead` answers the question, `item` is a line of a list, `detail` adds to the lead, `note` is small print. */
  role: 'lead' | 'item' | 'detail' | 'note';
  runs: Run[];
  cites: number[];
  /** The event that an `item` stands for. */
  event?: string;
}

export interface EventReference {
  id: string;
  /** EDTF, local to the place. */
  date: string;
  title: string;
}

export interface Citation {
  n: number;
  /** The page's headline; where it was not seen, our description of the page. */
  title: string;
  /** True where `title` is our description: never to be shown as a quoted headline. */
  described: boolean;
  /** Whose page it is, and whose report it carries or cites. */
  publisher: string;
  /** EDTF date of publication, where known. */
  date?: string;
  url: string;
}

export interface FigureValue {
  /** A number, or the words of the source where it gave none or a range. */
  value: number | string;
  of: string;
  saidBy: string;
  asOf?: string;
}

export type AnswerValue =
  | { date: string; washington?: string }
  | { figures: FigureValue[] }
  | { count: number; tally?: FigureValue }
  | { days: number; iso: string }
  | null;

/** One step of the reading or the decision, for `--explain`. */
export interface TraceStep {
  step: string;
  detail: string;
}

export interface Answer {
  status: AnswerStatus;
  kind: AnswerKind;
  /** Name of the timeline that answered; absent where none was asked. */
  timeline?: string;
  statements: Statement[];
  events: EventReference[];
  /** What comes nearest, with a decline. */
  nearest: EventReference[];
  value: AnswerValue;
  citations: Citation[];
  caveats: string[];
  /** Words of the question that could not be read. */
  notUnderstood: string[];
}
