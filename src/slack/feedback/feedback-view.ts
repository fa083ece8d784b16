import type { ModalView, PlainTextOption } from '@slack/types';
import { plain, section } from '../../render/parts.ts';
import type { Verdict } from '../../store/feedback.ts';

export const FEEDBACK_VIEW = 'answer_feedback';

/** The fields of the form: each is the id of its block and of the element in it. */
export const FEEDBACK_FIELD = { verdict: 'verdict', comment: 'comment' } as const;

/** Longest comment that is taken, in characters. */
export const LONGEST_COMMENT = 1000;

const option = (value: Exclude<Verdict, 'right'>, text: string): PlainTextOption => ({ text: plain(text, 75), value });

/**
 * The form for an answer that is not right.
 * @param metadata what the submission needs to know of the answer, at most 3,000 characters
 */
export function feedbackView(metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: FEEDBACK_VIEW,
    title: plain('What is not right?', 24),
    submit: plain('Send', 24),
    close: plain('Cancel', 24),
    private_metadata: metadata,
    blocks: [
      {
        type: 'input',
        block_id: FEEDBACK_FIELD.verdict,
        label: plain('What is not right?', 2000),
        element: {
          type: 'radio_buttons',
          action_id: FEEDBACK_FIELD.verdict,
          options: [
            option('wrong-date', 'The date is wrong'),
            option('bad-source', 'A source does not say that, or cannot be opened'),
            option('other', 'Something else'),
          ],
        },
      },
      {
        type: 'input',
        block_id: FEEDBACK_FIELD.comment,
        label: plain('In your words', 2000),
        optional: true,
        hint: plain('Needed where it is something else.', 2000),
        element: {
          type: 'plain_text_input',
          action_id: FEEDBACK_FIELD.comment,
          multiline: true,
          max_length: LONGEST_COMMENT,
        },
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
    blocks: [
      section('Your verdict is kept. To have the record itself mended, open my Home tab and suggest a correction.'),
    ],
  };
}
