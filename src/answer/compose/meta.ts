import { formatEdtf } from '../../record/format-date.ts';
import type { Answer } from '../answer.ts';
import { type Ask, describe, resolve } from '../ask.ts';
import { Draft } from '../draft.ts';
import { settle } from '../settle.ts';
import { plain, strong } from '../wording.ts';
import { composeCorrections } from './corrections.ts';

/** What Dateline is, covers, rests on and corrected, and how to report an error. */
export function composeMeta(ask: Ask): Answer {
  const { timeline } = ask.engine;
  const { card } = timeline;
  const draft = new Draft();
  const from = formatEdtf(card.coverage.from);
  const to = formatEdtf(card.coverage.to);
  switch (ask.question.intent?.attributes.topic) {
    case 'coverage':
      draft.say(
        'lead',
        [
          plain('The record runs from '),
          strong(from),
          plain(' to '),
          strong(to),
          plain(`: ${timeline.events.length} events on ${card.subject}.`),
        ],
        [],
      );
      if (card.coverage.note !== undefined) draft.say('detail', [plain(card.coverage.note)], []);
      break;
    case 'source':
      draft.say(
        'lead',
        [
          plain(
            'Every statement rests on published pages, cited with publisher and date under each answer; figures keep who said them and as of when.',
          ),
        ],
        [],
      );
      draft.say(
        'detail',
        [
          plain(
            'Where the record holds nothing that supports an answer, Dateline says so and shows what comes nearest.',
          ),
        ],
        [],
      );
      break;
    case 'corrections':
      return ownCorrections(ask);
    case 'who':
      draft.say(
        'lead',
        [
          plain(
            'Dateline is a program, not an AI: no language model writes its answers. They are put together by rule from a record that editors wrote and cited.',
          ),
        ],
        [],
      );
      draft.say('detail', [plain(`The record is kept by ${card.maintainer}.`)], []);
      break;
    case 'report':
      draft.say(
        'lead',
        [
          plain(
            'Tell the editors: name the event, what is wrong, and a page that shows it. They correct the record and cite the source.',
          ),
        ],
        [],
      );
      draft.say('detail', [plain(`The record is kept by ${card.maintainer}.`)], []);
      break;
    default:
      draft.say(
        'lead',
        [
          plain(
            `Ask when, where, who, how many, or what happened on a day or in a span: I answer from a cited record of ${card.subject}, ${from} to ${to}.`,
          ),
        ],
        [],
      );
      draft.say('detail', [plain(`For example: ${card.examples.join(' · ')}`)], []);
  }
  return draft.finish('answered', 'meta', card.name);
}

/** What was corrected, of the event that is described where one is. */
function ownCorrections(ask: Ask): Answer {
  const { timeline } = ask.engine;
  const constraints = describe(ask);
  if (constraints.length === 0 && !ask.subject) return composeCorrections([timeline]);
  return settle(ask, resolve(ask, constraints), 'meta', (_ask, { id }) =>
    composeCorrections([timeline], new Set([id])),
  );
}
