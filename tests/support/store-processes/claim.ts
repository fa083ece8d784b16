// Claims every key that it is given, and says which it got.
import { open, say, task, together } from './child.ts';

const { keys } = task as { keys: string[] };
const { seenDeliveries, close } = await open();
await together();
const got: string[] = [];
for (const key of keys) {
  if ((await seenDeliveries.claim(key, { now: new Date(0), until: new Date(60_000) })) === 'claimed') got.push(key);
}
await close();
say(JSON.stringify(got));
