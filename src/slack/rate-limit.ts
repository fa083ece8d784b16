import type { Clock } from './clock.ts';

/** How many questions may be asked at once, and how long it takes until one more may be, in milliseconds. */
export interface Allowance {
  burst: number;
  everyMs: number;
}

/** What one person may ask, and what may be asked in one channel. */
export interface Allowances {
  user: Allowance;
  channel: Allowance;
}

/** More than people ask, and less than a script would; a channel gets about what Slack lets an app post there. */
export const ALLOWANCES: Allowances = {
  user: { burst: 20, everyMs: 3_000 },
  channel: { burst: 60, everyMs: 1_000 },
};

/** Whether a question may be answered; where not, for how long, and whether the asker was told in this burst already. */
export type Permission = { allowed: true } | { allowed: false; waitMs: number; told: boolean };

interface Bucket {
  /** How many more may be asked at `at`. */
  left: number;
  at: number;
  told: boolean;
}

/** Buckets that are full again say nothing, and are forgotten once there are so many. */
const MOST_BUCKETS = 10_000;

/** Keeps one person, or one channel, from taking all of Dateline's time: token buckets, in memory, for this process. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #allowances: Allowances;
  readonly #turnedAway: () => void;
  readonly #buckets = new Map<string, Bucket>();

  /** @param turnedAway told of each question that may not be asked */
  constructor(clock: Clock, allowances: Allowances = ALLOWANCES, turnedAway: () => void = () => {}) {
    this.#clock = clock;
    this.#allowances = allowances;
    this.#turnedAway = turnedAway;
  }

  /** Takes one question of a person in a channel, by Slack's ids. */
  take({ team, user, channel }: { team: string; user: string; channel: string }): Permission {
    const now = this.#clock().getTime();
    this.#forgetFull(now);
    const { user: perUser, channel: perChannel } = this.#allowances;
    const both: [Bucket, Allowance][] = [
      [this.#bucket(`user ${team} ${user}`, perUser, now), perUser],
      [this.#bucket(`channel ${team} ${channel}`, perChannel, now), perChannel],
    ];
    const own = both[0]![0];
    const empty = both.filter(([bucket]) => bucket.left < 1);
    if (empty.length > 0) {
      const told = own.told;
      own.told = true;
      this.#turnedAway();
      return {
        allowed: false,
        waitMs: Math.round(Math.max(...empty.map(([{ left }, { everyMs }]) => (1 - left) * everyMs))),
        told,
      };
    }
    for (const [bucket] of both) bucket.left -= 1;
    own.told = false;
    return { allowed: true };
  }

  #bucket(key: string, { burst, everyMs }: Allowance, now: number): Bucket {
    const bucket = this.#buckets.get(key) ?? { left: burst, at: now, told: false };
    bucket.left = Math.min(burst, bucket.left + (now - bucket.at) / everyMs);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #forgetFull(now: number): void {
    if (this.#buckets.size < MOST_BUCKETS) return;
    const { user, channel } = this.#allowances;
    for (const [key, { left, at }] of this.#buckets) {
      const { burst, everyMs } = key.startsWith('user ') ? user : channel;
      if (left + (now - at) / everyMs >= burst) this.#buckets.delete(key);
    }
  }
}
