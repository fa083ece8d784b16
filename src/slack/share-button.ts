import type { Button } from '@slack/types';
import { button } from '../render/parts.ts';

export const SHARE_ACTION = 'share_in_channel';

/** The button under an answer that only its asker sees. Its value is the lookup, by which the answer is computed again. */
export function shareButton(lookup: string): Button {
  return button(SHARE_ACTION, 'Share in channel', lookup);
}
