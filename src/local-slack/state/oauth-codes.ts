import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';

const LIFETIME_MS = 10 * 60_000;

interface Allowed {
  /** Undefined for a whole organisation. */
  team: string | undefined;
  scopes: readonly string[];
  user: string;
  redirectUri: string | undefined;
}

/** What a person allowed, waiting to be traded for a token: once, within ten minutes. */
export class OAuthCodes {
  readonly #codes = new Map<string, Allowed & { born: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(allowed: Allowed): string {
    const code = `${this.#codes.size + 1}.${randomBytes(12).toString('hex')}`;
    this.#codes.set(code, { ...allowed, born: this.#clock.now() });
    return code;
  }

  /** @throws Refusal with Slack's code */
  redeem(code: unknown, redirectUri: unknown): Allowed {
    const allowed = this.#codes.get(String(code));
    this.#codes.delete(String(code));
    if (!allowed || this.#clock.now() - allowed.born > LIFETIME_MS) throw new Refusal('invalid_code');
    if (allowed.redirectUri !== undefined && redirectUri !== allowed.redirectUri) throw new Refusal('bad_redirect_uri');
    return allowed;
  }
}
