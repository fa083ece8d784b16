import { isObject, type Json } from '../json.ts';

/** An element that a person can use, and the block that it stands in. */
export interface Placed {
  block: Json;
  element: Json;
}

/** Every element of blocks, with those of the blocks inside them. */
export function placed(blocks: readonly Json[]): Placed[] {
  return flatBlocks(blocks).flatMap((block) => ownElements(block).map((element) => ({ block, element })));
}

/** Every block with the blocks inside it, each of which has a `block_id` of its own. */
export function flatBlocks(blocks: readonly Json[]): Json[] {
  return blocks.flatMap((block) => {
    const cards = block.type === 'carousel' ? listOf(block.elements) : [];
    return [block, ...flatBlocks([...listOf(block.child_blocks), ...cards].filter(isObject))];
  });
}

/** Texts, pictures and rich text can be looked at, not used. */
const LOOKED_AT = ['plain_text', 'mrkdwn', 'image'];

function ownElements(block: Json): Json[] {
  if (block.type === 'carousel' || block.type === 'rich_text') return [];
  const elements = [block.element, block.accessory, ...listOf(block.elements), ...listOf(block.actions)];
  return elements.filter(isObject).filter(({ type }) => !LOOKED_AT.includes(String(type)));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
