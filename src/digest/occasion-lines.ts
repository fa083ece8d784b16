import type { Statement } from '../answer/answer.ts';
import type { BriefEvent } from '../answer/browse/index.ts';
import { doubtsOf } from '../answer/remarks.ts';
import { counted, entriesLine, plain, strong } from '../answer/wording.ts';
import { daysOfYear } from './day-words.ts';
import { type DigestDraft, line } from './digest-draft.ts';
import type { Falling } from './falling.ts';
import { describeOccasion } from './occasion-wording.ts';

/** "7 years since: Iran fires missiles (8 January 2020; 7 January in Washington)", with a mark where that is a milestone. */
export function occasionLine(draft: DigestDraft, { occasion, brief }: Falling): Statement {
  const { event, home } = brief;
  const [years, ...rest] = describeOccasion(occasion, home);
  const marked = strong(`${occasion.milestone ? 'Milestone, ' : ''}${years?.text ?? ''}`);
  return line('item', [marked, ...rest], draft.citer.supporting(event, 'date', 'time'), event.id);
}

/** The line of an occasion with its dead and its tolls below it; its caveat is told with the digest. */
export function occasionLines(draft: DigestDraft, falling: Falling): Statement[] {
  const { brief } = falling;
  for (const doubt of doubtsOf(brief.event)) draft.warn(brief.event.title, doubt);
  return [occasionLine(draft, falling), ...deadLine(draft, brief), ...tollLines(draft, brief)];
}

/** "3 February, 5 years since: …": an occasion that is told ahead of its day. */
export function comingLine(draft: DigestDraft, { occasion, brief: { event, home }, days }: Falling): Statement {
  const day = occasion.precision === 'day' ? daysOfYear(days) : `From ${daysOfYear({ ...days, last: days.first })}`;
  const words = describeOccasion(occasion, home).map(({ text }) => plain(text));
  return line('item', [strong(day), plain(', '), ...words], draft.citer.dating(event), event.id);
}

/** Names of the dead that are told; of more, how many there are. */
const NAMED = 5;

function deadLine(draft: DigestDraft, { event, killed }: BriefEvent): Statement[] {
  if (killed.length === 0) return [];
  const named = killed.slice(0, NAMED).map(({ name, note }) => (note === undefined ? name : `${name} (${note})`));
  const others = killed.length - named.length;
  const entries = others === 0 ? named : [...named, `${counted(others, 'other')} named in the record`];
  return [
    line(
      'detail',
      entriesLine('Named among the dead', entries),
      draft.citer.supporting(event, 'people', 'summary'),
      event.id,
    ),
  ];
}

function tollLines(draft: DigestDraft, { event, tolls }: BriefEvent): Statement[] {
  return tolls.map(({ runs, sources }) =>
    line(
      'detail',
      runs,
      sources.flatMap((key) => draft.citer.keys(event, [key])),
      event.id,
    ),
  );
}
