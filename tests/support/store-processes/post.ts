// Claims deliveries and marks them as posted until none is left, and says which it had.
import { at, FARTHEST, LEASE } from '../outbox.ts';
import { open, say, task, together } from './child.ts';

const { holder } = task as { holder: string };
const { outbox, close } = await open();
const times = { besides: [], now: at(10), leaseUntil: at(10 + LEASE), farthest: at(10 + FARTHEST) };
await together();
const had: string[] = [];
while ((await outbox.nextClaim()) !== null) {
  for (const claim of await outbox.claim({ holder, limit: 5, ...times })) {
    had.push(claim.key);
    await outbox.markPosted(claim, { messageTs: holder, now: at(10), channelFreeAt: at(10) });
  }
}
await close();
say(JSON.stringify(had));
