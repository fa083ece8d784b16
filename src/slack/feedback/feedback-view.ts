import type { ModalView } from '@slack/types';
import { plain, section } from '../../render/parts.ts';

export const FEEDBACK_VIEW = 'answer_feedback';

/** The field of the form: the id of its block and of the element in it. */
export const COMMENT = 'comment';

/** Longest comment that is taken, in characters. */
export const LONGEST_COMMENT = 1000;

/**
 * The form in which somebody says in their own words what is not right about an answer.
 * @param metadata what the submission needs to know of the answer, at most 3,000 characters
 */
export function feedbackView(metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: FEEDBACK_VIEW,
    title: plain('Something else', 24),
    submit: plain('Send', 24),
    close: plain('Cancel', 24),
    private_metadata: metadata,
    blocks: [
      {
        type: 'input',
        block_id: COMMENT,
        label: plain('What about the answer?', 2000),
        hint: plain('In a sentence. Whoever runs Dateline reads it.', 2000),
        element: { type: 'plain_text_input', action_id: COMMENT, multiline: true, max_length: LONGEST_COMMENT },
      },
    ],
  };
}

/** What stands in place of the form when it was sent. */
export function feedbackThanksView(): ModalView {
  return {
    type: 'modal',
    title: plain('Thank you', 24),
    close: plain('Close', 24),
    blocks: [section('That is noted. To have the record itself mended, open my Home tab and suggest a correction.')],
  };
}
