// Posts one delivery after the other, and says the key of each when it is claimed and when it is marked, until it is killed.
import { at, FARTHEST, LEASE } from '../outbox.ts';
import { open, say, stay } from './child.ts';

const { outbox } = await open();
const request = { holder: 'x', besides: [], limit: 1, now: at(0), leaseUntil: at(LEASE), farthest: at(FARTHEST) };
for (;;) {
  const [claim] = await outbox.claim(request);
  if (!claim) await stay();
  say(`claimed ${claim!.key}`);
  await outbox.markPosted(claim!, { messageTs: '1.1', now: at(0), channelFreeAt: at(0) });
  say(`posted ${claim!.key}`);
}
