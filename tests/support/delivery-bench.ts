import { type AttemptTools, attempt } from '../../src/delivery/attempt.ts';
import type { OwedMessage } from '../../src/delivery/owed-message.ts';
import { LEASE, LONGEST_REST } from '../../src/delivery/retry-policy.ts';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { renderNotice } from '../../src/render/slack-message.ts';
import { DELIVERY_METADATA } from '../../src/slack/posting/delivery-metadata.ts';
import { SlackPoster } from '../../src/slack/posting/slack-poster.ts';
import type { ClaimedDelivery, NewDelivery } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { CREDENTIALS, NEWSROOM, startNewsroom } from './local-newsroom.ts';
import { SILENT } from './local-slack-client.ts';
import { ManualClock } from './manual-clock.ts';
import { memoryLog } from './slack-bench.ts';
import type { Place } from './stores.ts';

/** The outbox before a local Slack, over one clock that a test moves. */
export interface DeliveryBench {
  slack: LocalSlack;
  store: Store;
  tools: AttemptTools;
  logged: Record<string, unknown>[];
  counted: string[];
  now(): Date;
  /** Moves the clock of Dateline and that of Slack, or that of Dateline alone. */
  advance(ms: number, whose?: 'both' | 'ours'): void;
  /** A subscription of a channel, without runs. */
  subscribe(channel: string, user?: string): Promise<Subscription>;
  /** A message for a channel. */
  delivery(channel: string, key: string, subscription?: string | null): NewDelivery;
  /** Puts a message for a channel into the outbox. */
  owe(channel: string, key: string, subscription?: string | null): Promise<void>;
  /** Claims what can be claimed now. */
  claim(): Promise<ClaimedDelivery[]>;
  /** Claims and tries what can be claimed now, until nothing can. @returns what failed because of the store */
  deliver(): Promise<unknown[]>;
  /** Delivers, and moves the clock on to the next claim, until nothing waits. */
  deliverAll(): Promise<void>;
  /** The keys that stand in the channels, in the order in which they were posted. */
  posted(): string[];
  stop(): Promise<void>;
}

interface BenchSettings extends Partial<Pick<AttemptTools, 'unknownPosts' | 'editorsChannel'>> {
  scopes?: readonly string[];
  /** How long one call may take, in milliseconds. */
  timeoutMs?: number;
  /** The store, instead of one that is opened at the place. */
  store?: Store;
}

/** Starts a bench over an empty store. */
export async function startDeliveryBench(place: Place, settings: BenchSettings = {}): Promise<DeliveryBench> {
  const [ours, slacks] = [new ManualClock(), new ManualClock()];
  const channels = ['C0NEWS', 'C0WORLD', 'C0DESK', 'C0EDITORS'].map((id) => ({
    id,
    name: id.toLowerCase(),
    withBot: true,
  }));
  const { scopes, timeoutMs, unknownPosts = 'hold', editorsChannel } = settings;
  const slack = await startNewsroom(scopes ? { scopes } : {}, slacks, { ...NEWSROOM, channels });
  const store = settings.store ?? (await place.open());
  const { log, logged } = memoryLog();
  const counted: string[] = [];
  const now = () => new Date(ours.now());
  const tools: AttemptTools = {
    outbox: store.outbox,
    poster: new SlackPoster({
      tokens: async () => [CREDENTIALS.botToken],
      apiUrl: slack.apiUrl,
      logger: SILENT,
      timeoutMs,
    }),
    clock: { now: async () => now(), after: (ms, run) => ours.after(ms, run) },
    log,
    metrics: {
      posted: (kind) => counted.push(`posted ${kind}`),
      failed: (code) => counted.push(`failed ${code}`),
      held: (code) => counted.push(`held ${code}`),
      inDoubt: (result) => counted.push(`in doubt ${result}`),
      caughtUp: () => {},
      tooLate: () => {},
    },
    editorsChannel,
    unknownPosts,
  };
  const claim = () =>
    store.outbox.claim({
      holder: 'bench',
      besides: [],
      now: now(),
      leaseUntil: new Date(ours.now() + LEASE),
      farthest: new Date(ours.now() + LONGEST_REST + LEASE),
      limit: 50,
    });
  const deliver = async () => {
    const failures: unknown[] = [];
    for (let claimed = await claim(); claimed.length > 0; claimed = await claim()) {
      await Promise.all(claimed.map((delivery) => attempt(delivery, tools).catch((error) => failures.push(error))));
    }
    return failures;
  };
  const advance: DeliveryBench['advance'] = (ms, whose = 'both') => {
    ours.advance(ms);
    if (whose === 'both') slacks.advance(ms);
  };
  return {
    slack,
    store,
    tools,
    logged,
    counted,
    now,
    advance,
    claim,
    deliver,
    subscribe: (channel, user = 'U0ALICE') =>
      store.subscriptions.add({ team: NEWSROOM.id, channel, user, order: {}, nextRunAt: null }, now()),
    delivery: (channel, key, subscription = null) => delivery(channel, key, subscription, now()),
    owe: (channel, key, subscription = null) => store.outbox.add([delivery(channel, key, subscription, now())], now()),
    async deliverAll() {
      await deliver();
      for (let next = await store.outbox.nextClaim(); next; next = await store.outbox.nextClaim()) {
        advance(Math.max(next.getTime() - ours.now(), 1));
        await deliver();
      }
    },
    posted: () => slack.workspace.messages.flatMap(({ metadata }) => keyOf(metadata) ?? []),
    async stop() {
      await slack.close();
    },
  };
}

function delivery(channel: string, key: string, subscription: string | null, now: Date): NewDelivery {
  const message: OwedMessage = { kind: 'on-this-day', dueAt: now.getTime(), ...renderNotice(`The digest ${key}.`) };
  return { key, team: NEWSROOM.id, channel, subscription, message };
}

/** The key of a delivery by the metadata of its message; undefined for any other message. */
export function keyOf(metadata: unknown): string | undefined {
  const { event_type, event_payload } = (metadata ?? {}) as { event_type?: string; event_payload?: { key: string } };
  return event_type === DELIVERY_METADATA ? event_payload?.key : undefined;
}
