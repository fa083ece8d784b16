import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../../src/local-slack/clock.ts';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { DELIVERY_METADATA } from '../../src/slack/posting/delivery-metadata.ts';
import type { Store } from '../../src/store/store.ts';
import type { DeliveryProcessSettings } from './delivery-process.ts';
import { CREDENTIALS, NEWSROOM, startNewsroom } from './local-newsroom.ts';
import type { Place } from './stores.ts';

const SCRIPT = fileURLToPath(new URL('./delivery-process.ts', import.meta.url));
const FERRIES = fileURLToPath(new URL('../fixtures', import.meta.url));
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Longer than a lease, and than what is still on its way to Slack takes. */
const AFTER_A_LEASE = 3 * 60_000;
/** How long after a post has reached Slack a process is killed at most, in milliseconds. */
const A_MOMENT = 30;
const EVERY_MIDNIGHT = { cron: '0 0 * * *', timeZone: 'UTC' };
const CHANNELS = Array.from({ length: 20 }, (_, n) => ({ id: `C0KILL${n}`, name: `kill-${n}`, withBot: true }));

/** What was seen in all the runs. */
export interface KillReport {
  runs: number;
  owed: number;
  posted: number;
  /** Keys of what was owed and not posted, posted more than once, and posted without being owed. */
  missing: string[];
  twice: string[];
  notOwed: string[];
  /** Deliveries that were tried more than once. */
  triedAgain: number;
  /** Those of them that had been posted by the process that died, and were found in their channel. */
  found: number;
}

export interface KillOptions {
  runs: number;
  replicas: number;
  /** A number in [0, 1). */
  random: () => number;
  /** Called after each run. */
  progress?: (run: number) => void;
}

/**
 * Lets processes post what is owed to twenty channels, day after day, and each day kills one of them at a random instant, in
 * its work or between a post and Slack's answer; then starts another in its place. In the end, the local Slack tells what was
 * posted, and the schedule what was owed.
 */
export async function killAtRandom(place: Pick<Place, 'settings' | 'open'>, options: KillOptions): Promise<KillReport> {
  const harness = await KillHarness.start(place, options);
  try {
    for (let run = 1; run <= options.runs; run += 1) {
      await harness.run();
      options.progress?.(run);
    }
    return await harness.report();
  } finally {
    await harness.stop();
  }
}

class KillHarness {
  readonly #slack: LocalSlack;
  readonly #store: Store;
  readonly #place: Pick<Place, 'settings' | 'open'>;
  readonly #options: KillOptions;
  readonly #firstRun: number;
  readonly #processes = new Set<DeliveryProcess>();
  /** What the processes say. */
  readonly #heard = new EventEmitter().setMaxListeners(0);
  #found = 0;
  /** How far the clocks of the processes, and Slack's, are ahead of the machine's, in milliseconds. */
  readonly #clock: { ahead: number };
  #days = 0;

  static async start(place: Pick<Place, 'settings' | 'open'>, options: KillOptions): Promise<KillHarness> {
    const now = Date.now();
    const firstRun = (Math.floor(now / DAY) + 2) * DAY;
    const clock = { ahead: firstRun - 18 * HOUR - now };
    const slack = await startNewsroom({}, ahead(clock), { ...NEWSROOM, channels: CHANNELS });
    const store = await place.open();
    for (const { id } of CHANNELS) {
      const order = { digest: 'on-this-day', schedule: EVERY_MIDNIGHT, filter: {}, emptyDays: 'say' };
      const subscription = { team: NEWSROOM.id, channel: id, user: 'U0ALICE', order, nextRunAt: new Date(firstRun) };
      await store.subscriptions.add(subscription, new Date(now));
    }
    const harness = new KillHarness({ slack, store, place, options, firstRun, clock });
    for (let n = 0; n < options.replicas; n += 1) await harness.#start();
    return harness;
  }

  private constructor(parts: {
    slack: LocalSlack;
    store: Store;
    place: Pick<Place, 'settings' | 'open'>;
    options: KillOptions;
    firstRun: number;
    clock: { ahead: number };
  }) {
    this.#slack = parts.slack;
    this.#store = parts.store;
    this.#place = parts.place;
    this.#options = parts.options;
    this.#firstRun = parts.firstRun;
    this.#clock = parts.clock;
  }

  /** One day, on which one process dies. */
  async run(): Promise<void> {
    const { random } = this.#options;
    // Some posts hang before or after they have their effect, so that the process dies in between.
    const hung = Math.floor(random() * 4);
    const letGo = Array.from({ length: hung }, () =>
      this.#slack.faults.hang('chat.postMessage', { afterEffect: random() < 0.7 }),
    );
    this.#days += 1;
    this.#clock.ahead += DAY;
    const [victim, ...survivors] = shuffled([...this.#processes], random);
    await this.#stopAll([victim!, ...survivors]);
    const killed = this.#killAtRandom(victim!);
    victim!.tell({ ahead: this.#clock.ahead });
    await Promise.all([this.#goOn(survivors), killed]);
    this.#slack.faults.clear();
    for (const go of letGo) go();
    // What the dead process had claimed is free after its lease. The others finish what they have under way first.
    this.#clock.ahead += AFTER_A_LEASE;
    await this.#stopAll(survivors);
    await this.#goOn(survivors);
    await this.#start();
    await this.#settled();
    this.#clock.ahead -= AFTER_A_LEASE;
  }

  async report(): Promise<KillReport> {
    const posted = this.#postedKeys();
    const subscriptions = await this.#store.subscriptions.list(NEWSROOM.id);
    const owed = subscriptions.flatMap(({ id }) =>
      Array.from({ length: this.#days }, (_, day) => `${id}:${new Date(this.#firstRun + day * DAY).toISOString()}`),
    );
    const deliveries = await this.#store.outbox.list({ limit: 1_000_000 });
    const counts = new Map<string, number>();
    for (const key of posted) counts.set(key, (counts.get(key) ?? 0) + 1);
    return {
      runs: this.#days,
      owed: owed.length,
      posted: posted.length,
      missing: owed.filter((key) => !counts.has(key)),
      twice: [...counts].filter(([, count]) => count > 1).map(([key]) => key),
      notOwed: posted.filter((key) => !owed.includes(key)),
      triedAgain: deliveries.filter(({ attempts }) => attempts > 1).length,
      found: this.#found,
    };
  }

  async stop(): Promise<void> {
    for (const process of this.#processes) await process.kill();
    await this.#slack.close();
  }

  /** Waits until nothing that is owed is left in the outbox, and no other state than `posted`. */
  async #settled(): Promise<void> {
    const wanted = this.#days * CHANNELS.length;
    for (;;) {
      const more = once(this.#heard, 'logged');
      const { posted, held, dropped } = await this.#store.outbox.count();
      if (held + dropped > 0) throw new Error(`${held} deliveries are held, ${dropped} dropped`);
      if (posted >= wanted) return;
      await more;
    }
  }

  async #start(): Promise<void> {
    const settings: DeliveryProcessSettings = {
      apiUrl: this.#slack.apiUrl,
      botToken: CREDENTIALS.botToken,
      database: this.#place.settings,
      dataFolder: FERRIES,
      ahead: this.#clock.ahead,
    };
    const process = new DeliveryProcess(settings, ({ msg }) => {
      if (msg === 'a delivery was found in its channel') this.#found += 1;
      this.#heard.emit('logged');
    });
    this.#processes.add(process);
    await process.heard('ahead');
  }

  /** Lets processes finish what they have under way. None goes on before all have: no two work by different clocks. */
  async #stopAll(processes: readonly DeliveryProcess[]): Promise<void> {
    await Promise.all(processes.map((process) => process.ask('stop', 'stopped')));
  }

  async #goOn(processes: readonly DeliveryProcess[]): Promise<void> {
    await Promise.all(processes.map((process) => process.ask({ ahead: this.#clock.ahead }, 'ahead')));
  }

  /** Kills a process at a random point of the day's work: after so many posts have begun, and a moment later. */
  async #killAtRandom(process: DeliveryProcess): Promise<void> {
    const { random } = this.#options;
    const posts = Math.floor(random() * CHANNELS.length);
    if (posts > 0) await this.#begun(posts);
    const at = performance.now() + random() * A_MOMENT;
    while (performance.now() < at) await new Promise(setImmediate);
    await process.kill();
    this.#processes.delete(process);
  }

  /** Resolves when so many posts of the day have reached Slack. */
  async #begun(posts: number): Promise<void> {
    let left = posts;
    await this.#slack.journal.next((entry) => {
      const isPost = (entry.kind === 'call' || entry.kind === 'fault') && entry.method === 'chat.postMessage';
      if (isPost) left -= 1;
      return left === 0;
    });
  }

  /** The keys of all deliveries that stand in the channels. */
  #postedKeys(): string[] {
    return this.#slack.workspace.messages.flatMap(({ metadata }) => {
      const { event_type, event_payload } = (metadata ?? {}) as {
        event_type?: string;
        event_payload?: { key: string };
      };
      return event_type === DELIVERY_METADATA && event_payload ? [event_payload.key] : [];
    });
  }
}

/** A process that posts on schedule, and what it says. */
class DeliveryProcess {
  readonly #child: ChildProcess;
  readonly #heard = new EventEmitter();

  constructor(settings: DeliveryProcessSettings, onLog: (line: { msg: string }) => void) {
    const args = [SCRIPT, JSON.stringify(settings)];
    this.#child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#child.on('message', (message: { logged?: { msg: string } }) => {
      if (message.logged) onLog(message.logged);
      else for (const word of Object.keys(message)) this.#heard.emit(word);
    });
  }

  /** Resolves when it says something by that name. */
  async heard(word: string): Promise<void> {
    await once(this.#heard, word);
  }

  async ask(message: object | string, answer: string): Promise<void> {
    const answered = this.heard(answer);
    this.tell(message);
    await answered;
  }

  tell(message: object | string): void {
    this.#child.send(message);
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

/** The machine's clock, so far ahead. */
function ahead(by: { ahead: number }): Clock {
  return {
    now: () => Date.now() + by.ahead,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
