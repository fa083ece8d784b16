import { flatBlocks, placed } from '../blocks/elements.ts';
import { copy, type Json } from '../json.ts';
import type { Ids } from './ids.ts';

/** Blocks as Slack keeps them: with a `block_id` for each and an `action_id` for each element, made up where missing. */
export function withIds(blocks: readonly Json[], ids: Ids): Json[] {
  const kept = copy(blocks) as Json[];
  for (const block of flatBlocks(kept)) block.block_id ??= ids.next('auto-block-');
  for (const { element } of placed(kept)) element.action_id ??= ids.next('auto-action-');
  return kept;
}
