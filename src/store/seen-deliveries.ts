/**
 * How a claim ended: `claimed` by the caller; `held` by somebody who is dealing with the delivery, or was a moment ago;
 * `settled`, so nothing is left to do.
 */
export type Claim = 'claimed' | 'held' | 'settled';

/** Which deliveries were dealt with, for all processes that share the store. */
export interface SeenDeliveryRepository {
  /**
   * Claims a delivery.
   * @param key what tells it from any other, a few hundred characters at most
   * @returns `claimed` once only, in whichever process, until the claim expires at `until` or is released
   */
  claim(key: string, times: { now: Date; until: Date }): Promise<Claim>;
  /** Keeps that a delivery was dealt with, until `until`. */
  settle(key: string, until: Date): Promise<void>;
  /** Gives a claim free, for work that failed and may be tried again. What is settled stays so. */
  release(key: string): Promise<void>;
  /** Forgets what has expired; returns how many. */
  purge(now: Date): Promise<number>;
}
