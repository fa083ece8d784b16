import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { plain, section } from '../../render/parts.ts';
import type { ProposalKind } from '../../store/proposals.ts';
import { eventOptions, type OfferedEvent } from './event-options.ts';

export const SUGGESTION_VIEW = 'suggestion';

/** The fields of the form: each is the id of its block and of the element in it. */
export const FIELD = { kind: 'kind', event: 'event', text: 'text', date: 'date', source: 'source' } as const;

/** Longest texts that are taken, in characters. */
export const LONGEST = { text: 3000, date: 200, source: 2000 } as const;

const KINDS: Record<ProposalKind, PlainTextOption> = {
  correction: { text: plain('Something in the record is wrong', 75), value: 'correction' },
  event: { text: plain('An event is missing', 75), value: 'event' },
};

/**
 * The form for a suggestion.
 * @param events what a correction can be about
 * @param meant ids of the events at hand; the first is chosen already
 * @param channel where the suggestion is made, told again with the submission
 */
export function suggestionView(events: readonly OfferedEvent[], meant: readonly string[], channel: string): ModalView {
  const groups = eventOptions(events, meant);
  const chosen = groups.flatMap(({ options }) => options).find(({ value }) => value === meant[0]);
  const [text, date, source] = texts();
  return {
    type: 'modal',
    callback_id: SUGGESTION_VIEW,
    title: plain('Suggest', 24),
    submit: plain('Send', 24),
    close: plain('Cancel', 24),
    private_metadata: JSON.stringify({ channel }),
    blocks: [
      input(FIELD.kind, 'What is it?', {
        element: {
          type: 'radio_buttons',
          action_id: FIELD.kind,
          options: Object.values(KINDS),
          initial_option: KINDS[chosen || meant.length > 0 ? 'correction' : 'event'],
        },
      }),
      ...(groups.length === 0
        ? []
        : [
            input(FIELD.event, 'Which event is it about?', {
              optional: true,
              hint: 'For a correction. Type a word of its title to find it.',
              element: {
                type: 'static_select' as const,
                action_id: FIELD.event,
                option_groups: groups,
                ...(chosen ? { initial_option: chosen } : {}),
              },
            }),
          ]),
      text!,
      date!,
      source!,
    ],
  };
}

function texts(): InputBlock[] {
  return [
    input(FIELD.text, 'What is wrong, or what happened?', {
      element: { type: 'plain_text_input', action_id: FIELD.text, multiline: true, max_length: LONGEST.text },
    }),
    input(FIELD.date, 'Date', {
      optional: true,
      hint: 'As it should stand: 8 January 2020, January 2020 or 2020-01-08.',
      element: { type: 'plain_text_input', action_id: FIELD.date, max_length: LONGEST.date },
    }),
    input(FIELD.source, 'Source', {
      optional: true,
      hint: 'The address of a page that reports it. An event that is missing needs one.',
      element: { type: 'url_text_input', action_id: FIELD.source },
    }),
  ];
}

function input(
  field: string,
  label: string,
  { element, hint, optional = false }: { element: InputBlock['element']; hint?: string; optional?: boolean },
): InputBlock {
  return {
    type: 'input',
    block_id: field,
    label: plain(label, 2000),
    element,
    optional,
    ...(hint === undefined ? {} : { hint: plain(hint, 2000) }),
  };
}

/** What stands in place of the form when it was sent. */
export function thanksView(): ModalView {
  return {
    type: 'modal',
    title: plain('Thank you', 24),
    close: plain('Close', 24),
    blocks: [section('Your suggestion is kept for the editors. I will write to you when they have decided.')],
  };
}
