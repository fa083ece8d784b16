import type { Run, Statement } from '../answer/answer.ts';
import type { BriefEvent } from '../answer/browse/index.ts';
import { entriesLine, plain, strong } from '../answer/wording.ts';
import { dayOfYear } from './day-words.ts';
import { type DigestDraft, line } from './digest-draft.ts';
import type { Falling } from './falling.ts';
import { occasionDate, occasionYears } from './occasion-words.ts';

/** "7 years since 8 January 2020 (7 January in Washington): Iran fires missiles." */
export function occasionLine(draft: DigestDraft, { occasion, brief }: Falling): Statement {
  const mark = occasion.milestone ? ', a milestone' : '';
  return line(
    'item',
    [strong(occasionYears(occasion)), plain(` since ${occasionDate(occasion, brief)}${mark}: ${brief.event.title}`)],
    draft.citer.supporting(brief.event, 'date', 'time'),
    brief.event.id,
  );
}

/** The line of an occasion with its dead and its tolls below it; its caveat is told with the digest. */
export function occasionLines(draft: DigestDraft, falling: Falling): Statement[] {
  const { brief } = falling;
  draft.warn(brief.event.title, brief.event.caveat);
  return [occasionLine(draft, falling), ...deadLine(draft, brief), ...tollLines(draft, brief)];
}

/** "3 February: 5 years since 2022: …": an occasion that is told ahead of its day. */
export function comingLine(draft: DigestDraft, { occasion, brief }: Falling): Statement {
  return line(
    'item',
    [
      strong(dayOfYear(occasion.first)),
      plain(`, ${occasionYears(occasion)} since ${occasionDate(occasion, brief)}: ${brief.event.title}`),
    ],
    draft.citer.dating(brief.event),
    brief.event.id,
  );
}

/** Names of the dead that are told; of more, how many there are. */
const NAMED = 5;

function deadLine(draft: DigestDraft, { event, killed }: BriefEvent): Statement[] {
  if (killed.length === 0) return [];
  const named = killed.slice(0, NAMED).map(({ name, note }) => (note === undefined ? name : `${name} (${note})`));
  const others = killed.length - named.length;
  const runs: Run[] = entriesLine('Named among the dead', [
    ...named,
    ...(others > 0 ? [`and ${others} more whom the record names`] : []),
  ]);
  return [line('detail', runs, draft.citer.supporting(event, 'people', 'summary'), event.id)];
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
