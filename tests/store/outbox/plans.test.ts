import { expect, test } from 'vitest';
import { migrate } from '../../../src/store/database/migrate.ts';
import { storeOver } from '../../../src/store/open-store.ts';
import { at, claimAt, deliveryTo, SUBSCRIPTION } from '../../support/outbox.ts';
import { listen, slowSteps } from '../../support/query-plans.ts';
import { overEachDatabase, type Place } from '../../support/stores.ts';

const NUMBERS = {
  sqlite: 'with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 100000)',
  postgres: 'with numbers (n) as (select generate_series(1, 100000))',
};

overEachDatabase('an outbox of 100,000 deliveries', (place) => {
  test('is never looked through for what is to be done next', { timeout: 120_000 }, async () => {
    const { database, queries } = listen(await place().connect());
    await migrate(database);
    const store = storeOver(database, { encryptionKeys: [], keepUnanswered: false });
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(0));
    await fillUp(place());
    queries.length = 0;
    const due = await store.subscriptions.due(at(0), 100);
    await store.subscriptions.findDue(
      due.map(({ id }) => id),
      at(0),
    );
    await store.subscriptions.nextDue();
    const delivery = deliveryTo('C1', 'new', subscription.id);
    const runs = [{ at: at(0), outcome: 'owed' as const }];
    await store.outbox.owe({ subscription, expected: at(0), runs, nextRunAt: at(60), delivery }, at(0));
    await store.outbox.nextClaim();
    const claimed = await claimAt(store.outbox, 0, 50);
    expect(claimed).toHaveLength(50);
    const rest = { channelFreeAt: at(1) };
    await store.outbox.markPosted(claimed[0]!, { messageTs: '1.1', now: at(0), ...rest });
    await store.outbox.postpone(claimed[1]!, { notBefore: at(9), reason: 'x', inDoubt: false, ...rest });
    await store.outbox.pauseChannel(claimed[2]!, { reason: 'x', now: at(0), notices: () => [] });
    await store.outbox.list({ states: ['held'] });
    await store.outbox.retry(at(0));
    await store.outbox.purge(at(-1_000_000));
    await store.subscriptions.remove(subscription);

    expect(queries.length).toBeGreaterThan(20);
    const slow: [query: string, steps: string[]][] = [];
    for (const query of [...queries]) {
      const steps = await slowSteps(database, query);
      if (steps.length > 0) slow.push([query.sql, steps]);
    }
    expect(slow).toEqual([]);
  });
});

/** Deliveries, a tenth of them still to be posted, to 2,000 of 12,000 channels; and 10,000 subscriptions with a ledger. */
async function fillUp({ settings: { kind }, sql }: Place): Promise<void> {
  const numbers = NUMBERS[kind];
  const time = at(0).getTime();
  await sql(`insert into outbox_channels ${numbers}
    select 'T1', 'C' || n, 0, case when n <= 2000 then ${time} - n end from numbers where n <= 12000`);
  await sql(`insert into outbox (key, team_id, channel_id, subscription_id, message, state, created_at, not_before,
      attempts, in_doubt, posted_message_ts, posted_at) ${numbers}
    select 'key ' || n, 'T1', 'C' || (n / 10 % 2000 + 1), 'subscription ' || (n % 10000), '{}',
      case when n % 10 = 0 then 'waiting' when n % 1000 = 1 then 'held' else 'posted' end,
      ${time} - n, ${time} - n, 1, 0,
      case when n % 10 = 0 or n % 1000 = 1 then null else '1.1' end,
      case when n % 10 = 0 or n % 1000 = 1 then null else ${time} - n end
    from numbers`);
  await sql(`insert into subscriptions (id, team_id, channel_id, user_id, order_json, created_at, next_run_at) ${numbers}
    select 'subscription ' || n, 'T1', 'C' || (n % 2000), 'U1', '{}', n, ${time} + n from numbers where n <= 10000`);
  await sql(`insert into subscription_runs ${numbers}
    select 'subscription ' || (n % 10000), ${time} + n, 'empty' from numbers`);
  await sql('analyze');
}
