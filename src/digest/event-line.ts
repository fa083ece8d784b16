import type { Statement } from '../answer/answer.ts';
import type { BriefEvent } from '../answer/browse/index.ts';
import { plain, strong } from '../answer/wording.ts';
import { formatEdtf } from '../record/format-date.ts';
import { type DigestDraft, line } from './digest-draft.ts';

/**
 * "8 January 2020 (7 January in Washington): Iran fires missiles": an event in one line.
 * @param remark what is said of it after its title
 */
export function eventLine(draft: DigestDraft, { event, homeDate }: BriefEvent, remark = ''): Statement {
  const home = homeDate === undefined ? '' : ` (${homeDate})`;
  return line(
    'item',
    [strong(formatEdtf(event.date)), plain(`${home}: ${event.title}${remark}`)],
    draft.citer.dating(event),
    event.id,
  );
}
