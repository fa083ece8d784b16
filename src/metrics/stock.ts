import { Gauge, type Registry } from 'prom-client';

/** What the store holds of deliveries at a moment. */
export interface Stock {
  /** How many messages the outbox has, by state. */
  outbox: Record<string, number>;
  /** How many subscriptions there are, by state. */
  subscriptions: Record<string, number>;
  /** For how many seconds the message that is due longest has waited; null where none waits. */
  oldestWaitingSeconds: number | null;
}

export interface StockGauges {
  /** Shows what there is; nothing where that is not known. */
  show(stock: Stock | undefined): void;
}

export function stockGauges(registry: Registry): StockGauges {
  const registers = [registry];
  const outbox = new Gauge({
    name: 'dateline_outbox_deliveries',
    help: 'Messages in the outbox, by state; absent where the store cannot be asked.',
    labelNames: ['state'],
    registers,
  });
  const subscriptions = new Gauge({
    name: 'dateline_subscriptions',
    help: 'Subscriptions, by state; absent where the store cannot be asked.',
    labelNames: ['state'],
    registers,
  });
  const oldest = new Gauge({
    name: 'dateline_outbox_oldest_waiting_seconds',
    help: 'Seconds for which the message that is due longest has waited; nought where none waits.',
    labelNames: [],
    registers,
  });
  const show = (stock: Stock | undefined) => {
    // A number that is not known any more must not stand as if it were.
    outbox.reset();
    subscriptions.reset();
    oldest.remove();
    if (!stock) return;
    for (const [state, count] of Object.entries(stock.outbox)) outbox.set({ state }, count);
    for (const [state, count] of Object.entries(stock.subscriptions)) subscriptions.set({ state }, count);
    oldest.set(stock.oldestWaitingSeconds ?? 0);
  };
  show(undefined);
  return { show };
}
