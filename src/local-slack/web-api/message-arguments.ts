import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { withIds } from '../state/block-ids.ts';
import type { Ids } from '../state/ids.ts';
import type { Message } from '../state/message.ts';
import { isTimestamp } from '../state/timestamps.ts';
import type { Workspace } from '../state/workspace.ts';
import type { MessageBody } from '../validate-message.ts';
import { optionalText } from './arguments.ts';

/** The content of a message as Slack keeps it. */
export function kept(body: MessageBody, ids: Ids): MessageBody {
  return { ...body, ...(body.blocks ? { blocks: withIds(body.blocks, ids) } : {}) };
}

/**
 * The root of the thread that an argument names; a reply stands for its root.
 * @throws Refusal `invalid_thread_ts` for what is no `ts`, `thread_not_found` where there is no such message
 */
export function threadOf(workspace: Workspace, channel: string, threadTs: unknown): string | undefined {
  const ts = optionalText(threadTs);
  if (ts === undefined) return undefined;
  if (!isTimestamp(ts)) throw new Refusal('invalid_thread_ts');
  const message = workspace.find(channel, ts);
  if (!message) throw new Refusal('thread_not_found');
  if (message.ephemeralTo !== undefined || message.subtype !== undefined) throw new Refusal('cannot_reply_to_message');
  return message.thread_ts ?? message.ts;
}

/** A message that everybody sees. @throws Refusal `message_not_found` */
export function publicMessage(workspace: Workspace, channel: string, ts: unknown): Message {
  const message = workspace.find(channel, String(ts));
  if (!message || message.ephemeralTo !== undefined) throw new Refusal('message_not_found');
  return message;
}

/** What an update does to a message: docs.slack.dev/reference/methods/chat.update. */
export function updatedFields(
  args: Json,
  body: MessageBody,
): { [Field in keyof Message]?: Message[Field] | undefined } {
  const onlyText = args.blocks === undefined && (args.text !== undefined || args.markdown_text !== undefined);
  const emptied = body.metadata && Object.keys(body.metadata).length === 0;
  return {
    text: body.text,
    // Without blocks, a new text takes the old ones away.
    ...(onlyText ? { blocks: undefined } : {}),
    ...(body.blocks ? { blocks: body.blocks.length > 0 ? body.blocks : undefined } : {}),
    ...(body.attachments ? { attachments: body.attachments } : {}),
    ...(body.metadata ? { metadata: emptied ? undefined : body.metadata } : {}),
  };
}
