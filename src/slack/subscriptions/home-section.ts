import type { KnownBlock } from '@slack/types';
import { button, heading, section, smallPrint } from '../../render/parts.ts';
import { LIST_ACTION, rowOf, type ShownList } from './list-view.ts';

export const HOME_NEW_DIGEST = 'home_new_digest';

/** Stands before the ids of the buttons of a list on the Home tab. */
const HOME_PREFIX = 'home_';
export const HOME_LIST_ACTION = new RegExp(`^${HOME_PREFIX}${LIST_ACTION.source.slice(1)}`);

/** How many are shown; all of them stand in the list of the direct message. */
const SHOWN = 5;

/** The Home tab's part on the digests that a person set up. */
export function homeDigests(shown: ShownList): KnownBlock[] {
  const { listed } = shown;
  const rows = listed.slice(0, SHOWN).flatMap((row) => rowOf(row, shown, HOME_PREFIX));
  const left = listed.length - SHOWN;
  return [
    heading('Your digests'),
    ...(listed.length > 0
      ? rows
      : [
          section(
            'You have set up none yet: what happened on this day, the week ahead, reminders and more, in a channel or here.',
          ),
        ]),
    ...(left > 0 ? [smallPrint(`… and ${left} more: type \`/dateline subscriptions\` in the Messages tab.`)] : []),
    { type: 'actions', elements: [button(HOME_NEW_DIGEST, 'New digest …')] },
  ];
}
