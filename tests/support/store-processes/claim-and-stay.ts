// Claims what there is, says what it got, and then keeps it until it is killed.
import { claimAt, keysOf } from '../outbox.ts';
import { open, say, stay } from './child.ts';

const { outbox } = await open();
say(JSON.stringify(keysOf(await claimAt(outbox, 0))));
await stay();
