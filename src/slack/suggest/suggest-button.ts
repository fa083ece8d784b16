import type { Button } from '@slack/types';
import { LIMITS } from '../../render/limits.ts';
import { button } from '../../render/parts.ts';

export const SUGGEST_ACTION = 'suggest_correction';

/**
 * The button that opens the form for a suggestion.
 * @param event the id of the event that a correction would be about; absent where none is at hand
 */
export function suggestButton(event?: string): Button {
  if (event === undefined || event.length > LIMITS.buttonValue) {
    return button(SUGGEST_ACTION, 'Suggest a correction or an event');
  }
  return button(SUGGEST_ACTION, 'Suggest a correction', event);
}
