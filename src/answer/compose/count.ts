import { overlaps } from '../../record/edtf.ts';
import { formatEdtf } from '../../record/format-date.ts';
import type { Figure, TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { counted, figureNumber, figureValue, plain, strong } from '../wording.ts';

const SHOWN = 12;

/** How many events of the record fit, said to be a count of the record, next to an authority's tally of the same days. */
export function composeCount(ask: Ask, events: readonly TimelineEvent[], wide: boolean): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about(events);
  const span = events.length > 0 ? `, from ${formatEdtf(events[0]!.date)} to ${formatEdtf(events.at(-1)!.date)}` : '';
  const head = events.length === 1 ? `, on ${formatEdtf(events[0]!.date)}` : span;
  draft.say(
    'lead',
    [
      strong(counted(events.length, 'event')),
      plain(` in this record${head}; the record does not hold everything that happened.`),
    ],
    events.slice(0, 1).flatMap((event) => draft.citer.dating(event)),
  );
  const tally = wide ? tallyFor(ask, events) : undefined;
  if (tally) {
    draft.say(
      'detail',
      [
        plain('An authority’s count: '),
        strong(figureNumber(tally.figure)),
        plain(
          ` (${tally.figure.of}), ${tally.figure.saidBy}${tally.figure.asOf === undefined ? '' : `, ${formatEdtf(tally.figure.asOf)}`}.`,
        ),
      ],
      draft.citer.keys(tally.event, tally.figure.sources),
      tally.event.id,
    );
  }
  for (const event of events.slice(0, SHOWN)) {
    draft.say('item', [strong(formatEdtf(event.date)), plain(`: ${event.title}`)], draft.citer.dating(event), event.id);
  }
  if (events.length > SHOWN) draft.say('note', [plain(`… and ${events.length - SHOWN} more.`)], []);
  draft.value({ count: events.length, ...(tally ? { tally: figureValue(tally.figure) } : {}) });
  return draft.finish('answered', 'count', timeline.card.name);
}

/** The newest tally of the events that span what was asked. */
function tallyFor(ask: Ask, events: readonly TimelineEvent[]): { event: TimelineEvent; figure: Figure } | undefined {
  const { timeline } = ask.engine;
  const asked = ask.question.dates.flatMap((date) => date.spans);
  const spans = asked.length > 0 ? asked : events.map((event) => event.when);
  const found = timeline.events
    .filter((event) => event.when.precision === 'interval' && spans.some((span) => overlaps(span, event.when)))
    .flatMap((event) =>
      (event.figures ?? [])
        .filter((figure) => timeline.measures.get(figure.what)?.tally === true && figure.value !== 0)
        .map((figure) => ({ event, figure })),
    );
  return found.sort((a, b) => ((a.figure.asOf ?? '') < (b.figure.asOf ?? '') ? 1 : -1))[0];
}
