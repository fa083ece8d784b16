/** What is counted of deliveries. */
export interface DeliveryMetrics {
  /** @param kind a kind of digest, or `notice` */
  posted(kind: string, latenessSeconds: number): void;
  failed(code: string): void;
  held(code: string): void;
  /** What was found of a post whose outcome was unknown. */
  inDoubt(result: 'found' | 'absent' | 'unreadable'): void;
  /** Runs that were missed, and are told in a later digest. */
  caughtUp(runs: number): void;
  /** Runs that were missed for too long to be told at all. */
  tooLate(runs: number): void;
}

/** Counts nothing. */
export const NO_METRICS: DeliveryMetrics = {
  posted: () => {},
  failed: () => {},
  held: () => {},
  inDoubt: () => {},
  caughtUp: () => {},
  tooLate: () => {},
};
