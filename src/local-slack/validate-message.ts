import { isObject } from './block-rules.ts';
import { Refusal } from './refusal.ts';
import { validateBlocks } from './validate-blocks.ts';

/** What the body of a message may hold, after the transport's own form was undone. */
export interface MessageBody {
  text: string;
  blocks?: Record<string, unknown>[];
  metadata?: Record<string, unknown>;
}

/** Longest `text`, and most that all blocks may weigh as JSON (slackapi/bolt-js issues 2509 and 2867). */
const TEXT = 40_000;
const BLOCKS_WEIGHT = 13_000;

/** Checks a message as Slack does. @throws Refusal with Slack's code and complaints. */
export function validateMessage(args: Record<string, unknown>): MessageBody {
  const { text, blocks, metadata } = args;
  if (text !== undefined && typeof text !== 'string') throw new Refusal('invalid_arguments');
  if ((text === undefined || text.trim() === '') && !(Array.isArray(blocks) && blocks.length > 0)) {
    throw new Refusal('no_text');
  }
  if (text !== undefined && text.length > TEXT) throw new Refusal('msg_too_long');
  if (blocks !== undefined) {
    const messages = validateBlocks(blocks);
    if (messages.length > 0) throw new Refusal('invalid_blocks', { response_metadata: { messages } });
    if (JSON.stringify(blocks).length > BLOCKS_WEIGHT) throw new Refusal('msg_blocks_too_long');
  }
  if (metadata !== undefined && !isMetadata(metadata)) throw new Refusal('invalid_metadata_format');
  return {
    text: text ?? '',
    ...(blocks === undefined ? {} : { blocks: blocks as Record<string, unknown>[] }),
    ...(isMetadata(metadata) ? { metadata } : {}),
  };
}

function isMetadata(value: unknown): value is Record<string, unknown> {
  return isObject(value) && typeof value.event_type === 'string' && isObject(value.event_payload);
}
