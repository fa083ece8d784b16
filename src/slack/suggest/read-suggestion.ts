import type { ViewOutput } from '@slack/bolt';
import { typedDate } from '../../question/dates/typed-date.ts';
import { type NewProposal, PROPOSAL_KINDS } from '../../store/proposals.ts';
import { FIELD, LONGEST } from './suggestion-view.ts';

/** What a person filled in. */
export type Suggestion = Pick<NewProposal, 'kind' | 'event' | 'text' | 'date' | 'sourceUrl'>;

/** What is wrong with a form, by the block in which it is shown; each says what to do. */
export type FormErrors = Record<string, string>;

export type ReadSuggestion = { suggestion: Suggestion } | { errors: FormErrors };

type Values = ViewOutput['state']['values'];

/**
 * Reads the form, however it was filled in: what Slack's clients would not send is refused here too.
 * @param knows whether the record holds an event of an id
 */
export function readSuggestion(
  values: Values,
  { today, knows }: { today: Temporal.PlainDate; knows(event: string): boolean },
): ReadSuggestion {
  const kind = PROPOSAL_KINDS.find((known) => known === chosen(values, FIELD.kind));
  const event = chosen(values, FIELD.event) || null;
  const [text, date, source] = [typed(values, FIELD.text), typed(values, FIELD.date), typed(values, FIELD.source)];
  const found: [string, string | undefined][] = [
    [FIELD.kind, kind === undefined ? 'Choose what it is.' : undefined],
    [FIELD.event in values ? FIELD.event : FIELD.text, kind === 'correction' ? eventError(event, knows) : undefined],
    [FIELD.text, textError(text)],
    [FIELD.date, dateError(date, today)],
    [FIELD.source, sourceError(source, kind === 'event')],
  ];
  const errors = Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
  if (kind === undefined || Object.keys(errors).length > 0) return { errors };
  return {
    suggestion: {
      kind,
      event: kind === 'correction' ? event : null,
      text,
      date: date === '' ? null : date,
      sourceUrl: source === '' ? null : URL.parse(source)!.href,
    },
  };
}

function chosen(values: Values, field: string): string {
  return values[field]?.[field]?.selected_option?.value ?? '';
}

/** A text without control characters, but for the ends of its lines. */
function typed(values: Values, field: string): string {
  const value = values[field]?.[field]?.value ?? '';
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim();
}

function eventError(event: string | null, knows: (event: string) => boolean): string | undefined {
  if (event === null) return 'Choose the event that is wrong, or say above that an event is missing.';
  return knows(event) ? undefined : 'The record does not hold that event any more: choose another.';
}

function textError(text: string): string | undefined {
  if (text === '') return 'Say in a sentence what is wrong, or what happened.';
  return tooLong(text, LONGEST.text);
}

function dateError(date: string, today: Temporal.PlainDate): string | undefined {
  if (date === '') return undefined;
  const long = tooLong(date, LONGEST.date);
  if (long !== undefined || typedDate(date, today) !== undefined) return long;
  return 'I cannot read that as one date: write it like 8 January 2020, January 2020 or 2020-01-08, or leave it empty.';
}

function sourceError(source: string, needed: boolean): string | undefined {
  if (source === '') return needed ? 'Give the address of a page that reports the event.' : undefined;
  const long = tooLong(source, LONGEST.source);
  if (long !== undefined) return long;
  const address = URL.parse(source);
  const web = address !== null && ['http:', 'https:'].includes(address.protocol) && address.hostname.includes('.');
  return web ? undefined : 'Give the address of a page on the web: it begins with https:// or http://.';
}

function tooLong(text: string, most: number): string | undefined {
  if (text.length <= most) return undefined;
  return `That is ${text.length.toLocaleString('en')} characters long: shorten it to ${most.toLocaleString('en')} at most.`;
}
