import type { Stock } from '../metrics/stock.ts';
import type { Store } from '../store/store.ts';

/** What there is of subscriptions and deliveries now. @throws StoreError */
export async function stockOf({
  outbox,
  subscriptions,
  now,
}: Pick<Store, 'outbox' | 'subscriptions' | 'now'>): Promise<Stock> {
  const [deliveries, orders, [oldest], moment] = await Promise.all([
    outbox.count(),
    subscriptions.count(),
    outbox.list({ states: ['waiting'], limit: 1 }),
    now(),
  ]);
  const oldestWaitingSeconds = oldest ? Math.max(0, moment.getTime() - oldest.createdAt.getTime()) / 1_000 : null;
  return { outbox: { ...deliveries }, subscriptions: { ...orders }, oldestWaitingSeconds };
}
