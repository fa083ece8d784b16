import { Counter, type Registry } from 'prom-client';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';

export interface StoreMetrics {
  /** The store could not do what it was asked for. @param code that of the StoreError */
  failed(code: string): void;
}

export function storeMetrics(registry: Registry): StoreMetrics {
  const failures = new Counter({
    name: 'dateline_store_failures_total',
    help: 'Operations of the store that failed, by code.',
    labelNames: ['code'],
    registers: [registry],
  });
  return { failed: (code) => failures.inc({ code }) };
}

/** The same store, whose failures are counted. */
export function countStoreFailures(store: Store, { failed }: StoreMetrics): Store {
  const counted = async (work: Promise<unknown>): Promise<unknown> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof StoreError) failed(error.code);
      throw error;
    }
  };
  const watch = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === 'object' && value !== null) return watch(value);
        if (typeof value !== 'function') return value;
        return (...parameters: unknown[]) => counted(Promise.resolve(value.apply(target, parameters)));
      },
    });
  return watch(store);
}
