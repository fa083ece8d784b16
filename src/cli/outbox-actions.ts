import type { Delivery, DeliveryState } from '../store/outbox.ts';
import type { Console } from './console.ts';
import { withStore } from './named-store.ts';

/** Prints what is in the outbox; never what a message says. */
export async function listOutbox(
  { state, limit, json = false }: { state?: DeliveryState; limit: number; json?: boolean },
  console: Console,
): Promise<void> {
  const [counts, deliveries] = await withStore(async ({ outbox }) => [
    await outbox.count(),
    await outbox.list({ limit, ...(state === undefined ? {} : { states: [state] }) }),
  ]);
  if (json) {
    for (const delivery of deliveries) console.out(`${JSON.stringify(withoutMessage(delivery))}\n`);
    return;
  }
  const summary = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  console.out(`${summary.join(', ')}\n`);
  for (const delivery of deliveries) console.out(`${describe(delivery)}\n`);
  const all = state === undefined ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[state];
  const more = all - deliveries.length;
  if (more > 0) console.out(`and ${more} more: --limit ${all} lists them all\n`);
}

/** Tries again what is held back, and prints how many. @returns the exit status */
export async function retryOutbox(key: string | undefined, console: Console): Promise<number> {
  const count = await withStore(({ outbox }) => outbox.retry(new Date(), key));
  if (key !== undefined && count === 0) {
    console.error(
      `No message that is held back has the key ${shown(key)}: "dateline outbox --state held" lists them.\n`,
    );
    return 1;
  }
  console.out(`${count} messages are tried again\n`);
  return 0;
}

/** Gives a message up. @returns the exit status */
export async function dropFromOutbox(key: string, console: Console): Promise<number> {
  if (await withStore(({ outbox }) => outbox.drop(key))) {
    console.out(`${shown(key)} is dropped\n`);
    return 0;
  }
  console.error(
    `No message that waits or is held back has the key ${shown(key)}: "dateline outbox" lists what there is.\n`,
  );
  return 1;
}

function withoutMessage({ message: _, ...rest }: Delivery): Omit<Delivery, 'message'> {
  return rest;
}

function describe(delivery: Delivery): string {
  const { key, team, channel, state, createdAt, attempts, reason } = delivery;
  const parts = [
    state.padEnd(8),
    createdAt.toISOString(),
    `${team}/${channel}`,
    shown(key),
    ...(attempts === 0 ? [] : [`${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`]),
    ...(state === 'waiting' && delivery.notBefore > createdAt ? [`next ${delivery.notBefore.toISOString()}`] : []),
    ...(reason === null ? [] : [shown(reason)]),
  ];
  return parts.join('  ');
}

/** A text on one line, without what could move the cursor of a terminal. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
