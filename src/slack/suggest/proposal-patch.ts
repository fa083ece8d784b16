import { Document } from 'yaml';
import { typedDate } from '../../question/dates/typed-date.ts';
import { parseEdtf } from '../../record/edtf.ts';
import type { EventRecord, Source } from '../../record/event-schema.ts';
import { words } from '../../record/words.ts';
import { truncate } from '../../render/limits.ts';
import type { Proposal } from '../../store/proposals.ts';

/** A YAML file that an editor completes and puts into the record. */
export interface Patch {
  filename: string;
  yaml: string;
}

/** Longest title that is made of a suggestion, in characters; a title is one line. */
const TITLE = 120;
/** Words of a suggestion that become part of an id. */
const ID_WORDS = 6;

/**
 * What an accepted suggestion says, as YAML that is valid by the event schema as far as it goes: a candidate event, or the
 * fields of an event to be corrected. What the suggestion does not say is left for the editor, and named in a comment.
 * @param event the event that a correction is about, where the record holds it
 */
export function proposalPatch(proposal: Proposal, event?: Pick<EventRecord, 'id' | 'sources'>): Patch {
  const said = proposal.kind === 'event' ? candidate(proposal) : correction(proposal, event);
  const document = new Document(said.fields);
  document.commentBefore = comment([...said.remarks, ...provenance(proposal)]);
  const name = typeof said.fields.id === 'string' ? said.fields.id : `suggestion-${proposal.id.slice(0, 8)}`;
  const filename = proposal.kind === 'event' ? `${name}.yaml` : `${name}.correction.yaml`;
  return { filename, yaml: document.toString({ lineWidth: 110 }) };
}

interface Said {
  fields: Partial<Pick<EventRecord, 'id' | 'title' | 'date' | 'summary' | 'sources'>>;
  remarks: string[];
}

function candidate(proposal: Proposal): Said {
  const date = dateOf(proposal);
  const day = date !== undefined && parseEdtf(date).precision === 'day' ? parseEdtf(date).first : undefined;
  const [line = ''] = proposal.text.split('\n');
  const source = sourceOf(proposal, 'a', date === undefined ? ['summary'] : ['date', 'summary']);
  return {
    fields: {
      ...(day === undefined ? {} : { id: `${day}-${slug(line)}` }),
      title: truncate(line, TITLE),
      ...(date === undefined ? {} : { date }),
      summary: proposal.text,
      ...(source ? { sources: [source] } : {}),
    },
    remarks: [
      'A candidate event. Complete it, then put it into candidates/ or events/.',
      `Still missing: ${[...(day === undefined ? ['id'] : []), ...(date === undefined ? ['date'] : [])]
        .concat('timeZone', 'kind', 'places', 'by', 'against', 'attribution', source ? [] : ['sources'])
        .join(', ')}.`,
    ],
  };
}

function correction(proposal: Proposal, event: Pick<EventRecord, 'id' | 'sources'> | undefined): Said {
  const date = dateOf(proposal);
  const supports: Source['supports'] = date === undefined ? ['summary'] : ['date'];
  const source = sourceOf(proposal, freeKey(event?.sources ?? []), supports);
  const id = event?.id ?? proposal.event;
  return {
    fields: {
      ...(id === null ? {} : { id }),
      ...(date === undefined ? {} : { date }),
      ...(source ? { sources: [source] } : {}),
    },
    remarks: [
      'A correction. Change the event of this id: these fields are what was given; sources are added to those it has.',
      'What is wrong:',
      ...proposal.text.split('\n').map((line) => `  ${line}`),
    ],
  };
}

function provenance({ id, user, createdAt, decided, date }: Proposal): string[] {
  const accepted = decided === null ? '' : `, accepted by ${decided.by} on ${dayOf(decided.at)}`;
  return [
    ...(date === null ? [] : [`Date as it was typed: ${date}`]),
    `Suggestion ${id} of ${dayOf(createdAt)} by ${user}${accepted}.`,
  ];
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`).join('\n');
}

function dateOf({ date, createdAt }: Proposal): string | undefined {
  return date === null ? undefined : typedDate(date, Temporal.PlainDate.from(dayOf(createdAt)));
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function sourceOf({ sourceUrl }: Proposal, key: string, supports: Source['supports']): Source | undefined {
  const address = sourceUrl === null ? null : URL.parse(sourceUrl);
  if (!address) return undefined;
  const publisher = address.hostname.replace(/^www\./, '');
  return { key, description: 'The page that was given with the suggestion', publisher, url: address.href, supports };
}

/** The first key that no source of the event has: a to z, then aa to az. */
function freeKey(sources: readonly Pick<Source, 'key'>[]): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const taken = new Set(sources.map(({ key }) => key));
  const keys = [...letters, ...letters.flatMap((first) => letters.map((second) => `${first}${second}`))];
  return keys.find((key) => !taken.has(key)) ?? 'zz';
}

/** The first words of a text in the letters of an id. */
function slug(text: string): string {
  const plain = words(text)
    .map(({ folded }) => folded.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .slice(0, ID_WORDS);
  return plain.length > 0 ? plain.join('-') : 'untitled';
}
