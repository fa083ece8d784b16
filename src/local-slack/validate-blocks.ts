import { type Complain, checkButton, checkFields, checkItems, checkText, isObject } from './block-rules.ts';

const BLOCKS = 50;
const TEXT = 3000;

type BlockCheck = (block: Record<string, unknown>, at: string, complain: Complain) => void;

const CHECKS: Record<string, { fields: string[]; check: BlockCheck }> = {
  section: {
    fields: ['text'],
    check: (block, at, complain) => checkText(block.text, `${at}/text`, ['mrkdwn', 'plain_text'], TEXT, complain),
  },
  header: {
    fields: ['text'],
    check: (block, at, complain) => checkText(block.text, `${at}/text`, ['plain_text'], 150, complain),
  },
  context: {
    fields: ['elements'],
    check: (block, at, complain) =>
      checkItems(block.elements, `${at}/elements`, 10, complain, (element, where) =>
        checkText(element, where, ['mrkdwn', 'plain_text'], TEXT, complain),
      ),
  },
  actions: {
    fields: ['elements'],
    check: (block, at, complain) => {
      const seen = new Set<unknown>();
      checkItems(block.elements, `${at}/elements`, 25, complain, (element, where) => {
        checkButton(element, where, complain);
        const id = isObject(element) ? element.action_id : undefined;
        if (seen.has(id)) complain(where, 'action_id must be unique in its block');
        seen.add(id);
      });
    },
  },
  divider: { fields: [], check: () => {} },
};

/** Slack's complaints about the blocks of a message; none when it would take them. */
export function validateBlocks(blocks: unknown): string[] {
  const complaints: string[] = [];
  const complain: Complain = (pointer, message) => complaints.push(`[ERROR] ${message} [json-pointer:${pointer}]`);
  checkItems(blocks, '/blocks', BLOCKS, complain, (block, at) => {
    const rule = isObject(block) ? CHECKS[String(block.type)] : undefined;
    if (!isObject(block) || !rule) return complain(`${at}/type`, 'unsupported type');
    checkFields(block, at, ['type', 'block_id', ...rule.fields], complain);
    rule.check(block, at, complain);
  });
  const ids = Array.isArray(blocks) ? blocks.flatMap((block) => (block?.block_id ? [block.block_id] : [])) : [];
  if (new Set(ids).size < ids.length) complain('/blocks', 'block_id must be unique in a message');
  return complaints;
}
