import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { plain } from '../wording.ts';

const REASONS: Record<string, string> = {
  command: 'I answer questions from the record and carry out no commands.',
  opinion: 'I hold dated facts, not opinions.',
  prediction: 'I hold what happened, not what will.',
  ranking:
    'I do not rank events: the record does not hold every one, and their figures conflict. Ask for a list instead.',
  elsewhere: 'I hold a record of past events, not the news of the day.',
};

/** Declines what no record can answer, in one sentence, with an example of what can be asked. */
export function composeRefusal(ask: Ask): Answer {
  const { card } = ask.engine.timeline;
  const reason = REASONS[ask.question.intent?.attributes.refuse ?? 'elsewhere'];
  return new Draft()
    .say('lead', [plain(`${reason} You can ask, for example: ${card.examples[0]}`)], [])
    .finish('declined', 'none', card.name);
}
