import type { Statement } from '../answer/answer.ts';
import { counted, plain, strong } from '../answer/wording.ts';
import { localDay } from '../calendar/local-day.ts';
import { dayOfYear, daysInWords } from './day-words.ts';
import type { Digest, DigestNews, DigestWindow } from './digest.ts';
import { DigestDraft, line } from './digest-draft.ts';
import type { DigestRecord } from './digest-record.ts';
import { newsDays } from './news-days.ts';
import type { DigestOrder } from './order.ts';

/** Most questions and verdicts that are told. */
const TOLD = 12;

/** The verdicts on an answer in words; one that is not known here by its own name. */
const VERDICTS: Record<string, string | undefined> = {
  right: 'Right',
  'wrong-date': 'Wrong date',
  'bad-source': 'Bad source',
  other: 'Something else',
};

/** What editors should see: questions without an answer, what people said of answers, and how many suggestions wait. */
export function composeEditors(
  order: DigestOrder,
  window: DigestWindow,
  record: DigestRecord,
  news: DigestNews,
): Digest {
  const draft = new DigestDraft();
  const { timeZone } = order.schedule;
  const questions = asked(news.unanswered);
  draft.section(
    'Questions without an answer',
    questions.slice(0, TOLD).map(({ text, at, times }) => {
      const often = times === 1 ? '' : `, asked ${times} times`;
      return line('item', [strong(dayOfYear(localDay(at, timeZone))), plain(`: “${text}”${often}`)]);
    }),
    more(questions.length),
  );
  draft.section(
    'What people said of answers',
    news.feedback.slice(0, TOLD).map((given) => feedbackLine(draft, given, timeZone, record)),
    more(news.feedback.length),
  );
  if (news.openProposals > 0) {
    const wait = news.openProposals === 1 ? 'waits' : 'wait';
    draft.section('Suggestions', [
      line('item', [strong(counted(news.openProposals, 'suggestion')), plain(` ${wait} for a decision.`)]),
    ]);
  }
  const days = newsDays(order, window);
  return draft.finish(
    { kind: order.digest, title: `For editors, ${daysInWords(days)}`, days },
    'No question without an answer was kept, nobody said anything of an answer, and no suggestion waits.',
  );
}

function more(count: number): string | undefined {
  return count > TOLD ? `And ${count - TOLD} more` : undefined;
}

/** The questions, each once with how often it was asked, in the order in which they came. */
function asked(questions: DigestNews['unanswered']): { text: string; at: Date; times: number }[] {
  return [...Map.groupBy(questions, ({ text }) => text.trim().toLowerCase()).values()].map((same) => ({
    ...same[0]!,
    times: same.length,
  }));
}

function feedbackLine(
  draft: DigestDraft,
  { verdict, comment, events, at }: DigestNews['feedback'][number],
  timeZone: string,
  record: DigestRecord,
): Statement {
  const known = events.flatMap((id) => record.brief(id)?.event ?? []).slice(0, 3);
  const about = known.length === 0 ? '' : ` Of: ${known.map(({ title }) => title).join('; ')}`;
  return line(
    'item',
    [
      strong(VERDICTS[verdict] ?? verdict),
      plain(`, ${dayOfYear(localDay(at, timeZone))}${comment === null ? '.' : `: “${comment}”.`}${about}`),
    ],
    known.flatMap((event) => draft.citer.dating(event)),
  );
}
