import type { ContextActionsBlock } from '@slack/types';
import { LIMITS } from '../../render/limits.ts';
import { plain } from '../../render/parts.ts';

export const FEEDBACK_ACTION = 'answer_feedback';

/** What an answer was about: what a verdict on it is kept with. */
export interface AnsweredAbout {
  /** Ids of the events that it told. */
  events: readonly string[];
  /** The kind of question that was answered; null where there was none. */
  intent: string | null;
}

/** The two buttons under an answer. What it was about goes with them, since a private answer carries no metadata. */
export function feedbackBlock(about: AnsweredAbout): ContextActionsBlock {
  const value = (verdict: 'right' | 'wrong') => JSON.stringify({ verdict, ...fitting(about) });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: FEEDBACK_ACTION,
        positive_button: {
          text: plain('Right', LIMITS.buttonText),
          accessibility_label: 'The answer is right',
          value: value('right'),
        },
        negative_button: {
          text: plain('Not right', LIMITS.buttonText),
          accessibility_label: 'Something in the answer is not right',
          value: value('wrong'),
        },
      },
    ],
  };
}

/** As many of the events as the value of a button holds. */
function fitting({ events, intent }: AnsweredAbout): AnsweredAbout {
  const kept = [...events];
  while (JSON.stringify({ verdict: 'wrong', events: kept, intent }).length > LIMITS.buttonValue) kept.pop();
  return { events: kept, intent };
}
