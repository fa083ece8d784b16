import { formatEdtf } from '../../record/format-date.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { innermost } from '../browse/places.ts';
import { Draft } from '../draft.ts';
import { joinWords, placeName, plain, strong } from '../wording.ts';

/** Where it happened: the places with what contains them, then what happened and when. */
export function composePlace(ask: Ask, event: TimelineEvent): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about([event]);
  const names = innermost(event.places, timeline).map((id) => placeName(id, timeline));
  draft.say(
    'lead',
    [strong(joinWords(names, 'and')), plain(`: ${event.title}, ${formatEdtf(event.date)}.`)],
    draft.citer.supporting(event, 'places', 'date'),
    event.id,
  );
  draft.say('detail', [plain(event.summary)], draft.citer.supporting(event, 'summary', 'places', 'date'), event.id);
  return draft.finish('answered', 'place', timeline.card.name);
}
