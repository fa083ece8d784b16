import type { ActionsBlock } from '@slack/types';

export const SHARE_ACTION = 'share_in_channel';

/** The button under an answer that only its asker sees. Its value is the question: the answer is computed again when it is pressed. */
export function shareButton(question: string): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: SHARE_ACTION,
        text: { type: 'plain_text', text: 'Share in channel', emoji: false },
        value: question,
      },
    ],
  };
}
