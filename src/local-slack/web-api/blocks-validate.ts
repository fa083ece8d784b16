import type { webApi } from '@slack/bolt';
import type { Issue } from '../blocks/rule.ts';
import { validateBlocks } from '../blocks/validate-blocks.ts';
import { validateView } from '../blocks/validate-view.ts';
import { isObject } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Method } from './method.ts';

/** docs.slack.dev/reference/methods/blocks.validate. */
export const blocksValidate: Method<webApi.BlocksValidateArguments, webApi.BlocksValidateResponse> = {
  args: { blocks: 'optional', message: 'optional', view: 'optional' },
  run: ({ blocks, message, view }) => {
    const given = [blocks, message, view].filter((value) => value !== undefined);
    if (given.length !== 1) {
      const messages = ['must provide exactly one of `blocks`, `view`, or `message`'];
      throw new Refusal('invalid_arguments', { response_metadata: { messages } });
    }
    if (blocks !== undefined) refuse('invalid_blocks', validateBlocks(blocks, 'message', ''));
    if (message !== undefined) {
      const inside = isObject(message) ? message.blocks : undefined;
      refuse('invalid_message', validateBlocks(inside, 'message', '/blocks'));
    }
    if (view !== undefined) {
      const type = isObject(view) && view.type === 'home' ? 'home' : 'modal';
      refuse('invalid_view', validateView(view, type, ''));
    }
    return {};
  },
};

type ShownError = NonNullable<webApi.BlocksValidateResponse['errors']>[number];

function refuse(code: string, issues: readonly Issue[]): void {
  // The sentence that stands before what is wrong with a text or a view says nothing of its own.
  const told = issues.filter(({ message }) => message !== 'failed to match all allowed schemas');
  if (told.length === 0) return;
  const errors = told.map(
    ({ pointer, message, expected }): ShownError => ({
      code: 'failed_constraint',
      message,
      pointer,
      ...(expected ? { constraint: { type: 'enum', expected: [...expected] } } : {}),
    }),
  );
  throw new Refusal(code, { errors });
}
