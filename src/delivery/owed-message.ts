import type { KnownBlock } from '@slack/types';
import { z } from 'zod';

const schema = z.object({
  /** What kind of digest it is, or `notice`. */
  kind: z.string(),
  /** When it was due, in milliseconds since 1970. */
  dueAt: z.number(),
  text: z.string(),
  blocks: z.array(z.custom<KnownBlock>((block) => typeof block === 'object' && block !== null)),
});

/** A message as it waits in the outbox: a Slack message, and what the operator is told of it. */
export type OwedMessage = z.infer<typeof schema>;

/** A message from the outbox; undefined for one that this version did not write and cannot read. */
export function readOwedMessage(message: unknown): OwedMessage | undefined {
  return schema.safeParse(message).data;
}
