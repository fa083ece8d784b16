/** Which deliveries were dealt with, for all processes that share the store. */
export interface SeenDeliveryRepository {
  /**
   * Claims a delivery.
   * @param key what tells it from any other, a few hundred characters at most
   * @returns true once only, in whichever process, until the claim expires at `until` or is released
   */
  claim(key: string, times: { now: Date; until: Date }): Promise<boolean>;
  /** Gives a claim free, for work that failed and may be tried again. */
  release(key: string): Promise<void>;
  /** Forgets the claims that have expired; returns how many. */
  purge(now: Date): Promise<number>;
}
