import { validateBlocks } from './blocks/validate-blocks.ts';
import { isObject, type Json } from './json.ts';
import { Refusal } from './refusal.ts';
import { validateMetadata } from './validate-metadata.ts';

/** What the body of a message may hold, after the transport's own form was undone. */
export interface MessageBody {
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
}

/**
 * The longest `text`. Slack cuts a longer one of a new message and warns; here it is refused, since an app that sends one
 * has lost something. An update is refused by Slack too, at a tenth of it.
 */
const LONGEST = { new: 40_000, update: 4000 };
/** What all blocks but tables may weigh as JSON (slackapi/bolt-js issues 2509 and 2867); tables have a limit of their own. */
const HEAVIEST_BLOCKS = 13_000;
const MOST_ATTACHMENTS = 100;
const LONGEST_MARKDOWN = 12_000;

/** Checks a message as Slack does. @throws Refusal with Slack's code and complaints. */
export function validateMessage(args: Json, kind: keyof typeof LONGEST = 'new'): MessageBody {
  const { blocks, attachments, metadata } = args;
  const text = textOf(args);
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  const hasAttachments = Array.isArray(attachments) && attachments.length > 0;
  if (text.trim() === '' && !hasBlocks && !hasAttachments) throw new Refusal('no_text');
  if (text.length > LONGEST[kind]) throw new Refusal('msg_too_long');
  return {
    text,
    ...(blocks === undefined || blocks === null ? {} : { blocks: checkedBlocks(blocks) }),
    ...(attachments === undefined || attachments === null ? {} : { attachments: checkedAttachments(attachments) }),
    ...(metadata === undefined || metadata === null ? {} : { metadata: checkedMetadata(metadata, kind) }),
  };
}

/** In an update an empty object takes the metadata away. */
function checkedMetadata(metadata: unknown, kind: keyof typeof LONGEST): Json {
  const takesAway = kind === 'update' && isObject(metadata) && Object.keys(metadata).length === 0;
  return takesAway ? {} : validateMetadata(metadata);
}

function textOf({ text, markdown_text: markdown, blocks }: Json): string {
  if (markdown !== undefined && markdown !== null) {
    if (text !== undefined || blocks !== undefined) throw new Refusal('markdown_text_conflict');
    if (typeof markdown !== 'string') throw Refusal.badArguments('must be a string [json-pointer:/markdown_text]');
    if (markdown.length > LONGEST_MARKDOWN) throw new Refusal('msg_too_long');
    return markdown;
  }
  if (text === undefined || text === null) return '';
  if (typeof text !== 'string') throw Refusal.badArguments('must be a string [json-pointer:/text]');
  return text;
}

function checkedBlocks(blocks: unknown): Json[] {
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  // An empty list takes the blocks away, as in an update.
  if (blocks.length === 0) return [];
  const issues = validateBlocks(blocks, 'message');
  if (issues.length > 0) throw Refusal.because('invalid_blocks', issues);
  const weighed = blocks.filter(({ type }) => type !== 'table' && type !== 'data_table');
  if (JSON.stringify(weighed).length > HEAVIEST_BLOCKS) throw new Refusal('msg_blocks_too_long');
  return blocks;
}

function checkedAttachments(attachments: unknown): Json[] {
  if (!Array.isArray(attachments) || !attachments.every(isObject)) throw new Refusal('invalid_attachments');
  if (attachments.length > MOST_ATTACHMENTS) throw new Refusal('too_many_attachments');
  const issues = attachments.flatMap((attachment, index) =>
    attachment.blocks === undefined ? [] : validateBlocks(attachment.blocks, 'message', `/attachments/${index}/blocks`),
  );
  if (issues.length > 0) throw Refusal.because('invalid_attachments', issues);
  return attachments;
}
