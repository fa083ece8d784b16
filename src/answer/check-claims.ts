import type { DateMention } from '../question/dates/date-mention.ts';
import { overlaps, parseEdtf } from '../record/edtf.ts';
import { formatEdtf } from '../record/format-date.ts';
import type { Answer, Citation, EventReference, Statement } from './answer.ts';
import { type DatedClaim, datedClaims } from './dated-claims.ts';

/**
 * What the record makes of a dated claim: an event that fits has that date; what fits has other dates; nothing fits.
 * None of them says that the claim is wrong: the record may lack the event.
 */
export type ClaimVerdict = 'agrees' | 'other-date' | 'not-found';

/** A dated claim set beside the record. */
export interface CheckedClaim {
  claim: DatedClaim;
  verdict: ClaimVerdict;
  /** One for each event that fits, with its date and its citations; none where nothing was found. */
  statements: Statement[];
  /** What the statements cite. */
  citations: Citation[];
}

/** Answers one question from the record. */
type AskRecord = (question: string) => Answer;

/**
 * Sets the dated claims of a text beside the record. Only the date is held against the record, and that what else is said
 * describes the event; figures and quotations are not checked.
 * @param ask answers a question as of the day on which the text was written
 * @param today that day
 */
export function checkClaims(text: string, ask: AskRecord, today: Temporal.PlainDate): CheckedClaim[] {
  return datedClaims(text, today).map((claim) => check(claim, ask));
}

function check(claim: DatedClaim, ask: AskRecord): CheckedClaim {
  const undated = ask(asClause(claim.description));
  // What fits by its date alone is not what the claim is about.
  if (!describes(undated) || (undated.events.length > 1 && !NAME.test(claim.description))) return nothing(claim);
  const dated = ask(asClause(claim.text));
  const described = new Set(undated.events.map(({ id }) => id));
  if (describes(dated) && isOn(claim.date, dated) && dated.events.every(({ id }) => described.has(id))) {
    return found(claim, 'agrees', dated);
  }
  const onOtherDays = undated.events.every((event) => !isDate(claim.date, event.date));
  if (isOn(claim.date, undated)) return found(claim, 'agrees', undated);
  return onOtherDays ? found(claim, 'other-date', undated) : nothing(claim);
}

/** Behind "that", a capital at the beginning of a sentence is read as the name that it may be. */
function asClause(text: string): string {
  return `that ${text}`;
}

/** A capital inside the sentence. "We meet" fits several events, and is about none of them. */
const NAME = /\S\s.*?(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]/u;

/** Kinds of answer that tell the very events that were described, not what led to them or how many there were. */
const DESCRIBING = new Set<Answer['kind']>(['date', 'list', 'place', 'actor', 'figure']);

/** A word that nobody understood may be what tells the claim from the event that was found. */
function describes({ status, kind, events, notUnderstood }: Answer): boolean {
  return status !== 'declined' && DESCRIBING.has(kind) && events.length > 0 && notUnderstood.length === 0;
}

function isOn(date: DateMention, { events, value }: Answer): boolean {
  // The date at the home clock is told of a single event.
  const atHome = value && 'washington' in value ? value.washington : undefined;
  return events.every((event) => isDate(date, event.date) || (atHome !== undefined && isDate(date, atHome)));
}

function isDate({ spans, open }: DateMention, edtf: string): boolean {
  const when = parseEdtf(edtf);
  if (!open) return spans.some((span) => overlaps(span, when));
  const { month, day } = Temporal.PlainDate.from(when.first);
  return month === open.month && (open.day === undefined || day === open.day);
}

function found(claim: DatedClaim, verdict: ClaimVerdict, answer: Answer): CheckedClaim {
  const statements = answer.events.flatMap((event) => told(event, answer));
  if (statements.length === 0) return nothing(claim);
  const cited = new Set(statements.flatMap(({ cites }) => cites));
  return { claim, verdict, statements, citations: answer.citations.filter(({ n }) => cited.has(n)) };
}

/** The event with its date, as far as the answer cites a source for it. */
function told(event: EventReference, answer: Answer): Statement[] {
  const said = answer.statements.find((statement) => statement.event === event.id && statement.cites.length > 0);
  if (!said) return [];
  if (answer.kind === 'date') return [{ ...said, role: 'item' }];
  const runs = [{ text: formatEdtf(event.date), strong: true }, { text: `: ${event.title}` }];
  return [{ role: 'item', runs, cites: said.cites, event: event.id }];
}

function nothing(claim: DatedClaim): CheckedClaim {
  return { claim, verdict: 'not-found', statements: [], citations: [] };
}
