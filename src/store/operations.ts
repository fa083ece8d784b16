import type { Database } from './database/database.ts';
import { StoreError } from './store-error.ts';

/**
 * What is done with a database: every failure leaves as a StoreError, since what a database says of itself is not fit to
 * be shown, and closing waits for what is under way.
 */
export class Operations {
  readonly #database: Pick<Database, 'explain' | 'close' | 'location'>;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(database: Pick<Database, 'explain' | 'close' | 'location'>) {
    this.#database = database;
  }

  /** A repository, each of whose methods is such an operation. */
  guard<Repository extends object>(repository: Repository): Repository {
    return new Proxy(repository, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...parameters: unknown[]) => this.#run(async () => value.apply(target, parameters));
      },
    });
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#underWay).then(() => this.#database.close());
    return this.#closing;
  }

  async #run(work: () => Promise<unknown>): Promise<unknown> {
    if (this.#closing) throw closed(this.#database.location);
    const operation = work();
    this.#underWay.add(operation);
    try {
      return await operation;
    } catch (error) {
      throw this.#database.explain(error);
    } finally {
      this.#underWay.delete(operation);
    }
  }
}

function closed(location: string): StoreError {
  return new StoreError({
    code: 'closed',
    problem: `The store in ${location} is closed`,
    remedy: 'Dateline is stopping; start it again',
  });
}
