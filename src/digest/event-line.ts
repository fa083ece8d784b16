import type { Statement } from '../answer/answer.ts';
import type { BriefEvent } from '../answer/browse/index.ts';
import { homeDay, plain, strong } from '../answer/wording.ts';
import { formatEdtf } from '../record/format-date.ts';
import { type DigestDraft, line } from './digest-draft.ts';

/**
 * "8 January 2020 (7 January in Washington): Iran fires missiles": an event in one line.
 * @param remark what is said of it after its title
 */
export function eventLine(draft: DigestDraft, { event, home }: BriefEvent, remark = ''): Statement {
  const day = homeDay(event, home);
  return line(
    'item',
    [strong(formatEdtf(event.date)), plain(`${day === undefined ? '' : ` (${day})`}: ${event.title}${remark}`)],
    draft.citer.dating(event),
    event.id,
  );
}
