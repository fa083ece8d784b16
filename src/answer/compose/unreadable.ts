import type { Timeline } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import { Draft } from '../draft.ts';
import { plain } from '../wording.ts';

/** Says that there was no question to read, with examples. */
export function composeNoQuestion(timeline: Timeline): Answer {
  return new Draft()
    .say('lead', [plain(`I found no question there. Ask, for example: ${timeline.card.examples.join(' · ')}`)], [])
    .finish('declined', 'none', timeline.card.name);
}

/** Says that a question is too long to be one; `longest` is in characters. */
export function composeLongQuestion(timeline: Timeline, longest: number): Answer {
  return new Draft()
    .say(
      'lead',
      [
        plain(
          `That is longer than a question can be (${longest} characters). Ask one thing at a time, for example: ${timeline.card.examples[0]}`,
        ),
      ],
      [],
    )
    .finish('declined', 'none', timeline.card.name);
}
