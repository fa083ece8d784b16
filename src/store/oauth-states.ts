/** A state that Dateline sends along when somebody installs it, and that must come back with them. */
export interface OAuthState {
  /** A random value that nobody can guess. */
  nonce: string;
  /** What Dateline wants to know again when they come back. */
  payload: string;
  expiresAt: Date;
}

export interface OAuthStateRepository {
  issue(state: OAuthState): Promise<void>;
  /**
   * Uses a state up.
   * @returns its payload; undefined when it was never issued, was used before, or has expired
   */
  use(nonce: string, now: Date): Promise<string | undefined>;
  /** Forgets what has expired; returns how many. */
  purge(now: Date): Promise<number>;
}
