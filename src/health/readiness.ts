import { describeError, type Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { within } from '../within.ts';

/** How long the store may take to answer, in milliseconds: who asks gives up soon as well. */
const STORE_WAIT = 2_000;

/** Where a process is between its start and its end. */
export type Stage = 'starting' | 'running' | 'stopping';

/** Whether a process can take work now, and what keeps it from that. It says nothing that the public may not read. */
export interface ReadinessReport {
  ok: boolean;
  process: Stage;
  store: 'reachable' | 'unreachable';
  slack: 'connected' | 'disconnected';
}

/** What a process depends on. */
export interface Dependencies {
  store: Pick<Store, 'ping'>;
  /** Whether events can reach the bot now. */
  connected(): boolean;
}

/**
 * Tells load balancers and monitors whether work may be sent to this process: when its start is done, the store answers,
 * Slack is connected, and no stop has begun.
 */
export class Readiness {
  readonly #log: Log;
  #stage: Stage;
  #dependencies: Dependencies | undefined;
  #asking: Promise<boolean> | undefined;
  #reached = true;

  constructor(log: Log, stage: Stage = 'starting') {
    this.#log = log;
    this.#stage = stage;
  }

  /** Asks these from now on; before, nothing can be reached. */
  watch(dependencies: Dependencies): void {
    this.#dependencies = dependencies;
  }

  /** The start is done. One that was told to stop meanwhile stays unready. */
  begin(): void {
    if (this.#stage === 'starting') this.#stage = 'running';
  }

  /** A stop has begun. */
  end(): void {
    this.#stage = 'stopping';
  }

  /** Asks everything anew, within two seconds. Never throws. */
  async check(): Promise<ReadinessReport> {
    const store = (await this.#reachesStore()) ? 'reachable' : 'unreachable';
    const slack = this.#dependencies?.connected() ? 'connected' : 'disconnected';
    const ok = this.#stage === 'running' && store === 'reachable' && slack === 'connected';
    return { ok, process: this.#stage, store, slack };
  }

  /** However many ask at once, the store is asked once. */
  #reachesStore(): Promise<boolean> {
    this.#asking ??= this.#pingStore().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #pingStore(): Promise<boolean> {
    if (!this.#dependencies) return false;
    const ping = this.#dependencies.store.ping().then(() => true);
    const failure = await within(STORE_WAIT, ping).then(
      (reached) => (reached ? undefined : { code: 'store_slow', remedy: 'see how the database and its machine do' }),
      describe,
    );
    this.#logChange(failure);
    return failure === undefined;
  }

  /** One line when the store is lost and one when it is back, however often it is asked; none where it was closed by a stop. */
  #logChange(failure: object | undefined): void {
    const reached = failure === undefined;
    if (reached === this.#reached || this.#stage === 'stopping') return;
    this.#reached = reached;
    if (failure) this.#log.warn(failure, 'the store cannot be reached');
    else this.#log.info('the store can be reached again');
  }
}

function describe(error: unknown): object {
  return error instanceof StoreError ? { code: `store_${error.code}`, remedy: error.remedy } : describeError(error);
}
