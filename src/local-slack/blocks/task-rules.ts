import type { PlanBlock, TaskCardBlock, URLSourceElement } from '@slack/types';
import { richText } from './rich-text-rules.ts';
import { type Check, oneOfTypes, optional, optionalInReference, required, typed } from './rule.ts';
import { blockId } from './text-rules.ts';
import { list, oneOf, text, url } from './value-rules.ts';

/** What an agent is at: docs.slack.dev/reference/block-kit/blocks, task-card-block and plan-block. */

const rich: Check = oneOfTypes(['rich_text'], () => ({ rich_text: richText }));
const source = typed<URLSourceElement>({ url: required(url(3000)), text: required(text()) });

export const taskCard = typed<TaskCardBlock>({
  block_id: blockId,
  task_id: required(text(255)),
  title: required(text()),
  details: optional(rich),
  output: optional(rich),
  sources: optional(list(oneOfTypes(['url'], () => ({ url: source })))),
  status: optionalInReference(oneOf('pending', 'in_progress', 'complete', 'error')),
});

/** Inside a plan a task needs no `type`. */
export const plan = typed<PlanBlock>({ block_id: blockId, title: required(text()), tasks: optional(list(taskCard)) });
