// Accounts for a run of every subscription that it is given, and says for which it was the one that did.
import type { Subscription } from '../../../src/store/subscriptions.ts';
import { at, deliveryTo } from '../outbox.ts';
import { open, say, task, together } from './child.ts';

const { ids, holder } = task as { ids: string[]; holder: string };
const { subscriptions, outbox, close } = await open();
await together();
const won: string[] = [];
for (const id of ids) {
  const { channel } = (await subscriptions.find({ team: 'T1', id })) as Subscription;
  const owed = await outbox.owe(
    {
      subscription: { team: 'T1', id },
      expected: at(0),
      runs: [{ at: at(0), outcome: 'owed' }],
      nextRunAt: at(60),
      delivery: deliveryTo(channel, `${id} by ${holder}`, id),
    },
    at(1),
  );
  if (owed) won.push(id);
}
await close();
say(JSON.stringify(won));
