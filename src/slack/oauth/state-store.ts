import { randomBytes } from 'node:crypto';
import type { InstallURLOptions, StateStore } from '@slack/oauth';
import type { OAuthStateRepository } from '../../store/oauth-states.ts';
import type { Clock } from '../clock.ts';

/** How long somebody may take to install the app, in milliseconds; Bolt's cookie lasts as long. */
export const STATE_LIFETIME = 10 * 60_000;

/** Thrown when somebody comes back with a state that was never issued, was used before, or is too old. */
export class StaleStateError extends Error {
  override readonly name = 'StaleStateError';
}

/**
 * The states of OAuth, kept in the store: any process may take back what another has issued, and each is good once. That
 * a state belongs to the browser that brings it, Bolt's installer checks by a cookie.
 */
export function stateStore(states: OAuthStateRepository, clock: Clock): StateStore {
  return {
    async generateStateParam(options) {
      const nonce = randomBytes(32).toString('base64url');
      const expiresAt = new Date(clock().getTime() + STATE_LIFETIME);
      await states.issue({ nonce, payload: JSON.stringify(options), expiresAt });
      return nonce;
    },
    async verifyStateParam(_now, nonce) {
      const payload = await states.use(nonce, clock());
      if (payload === undefined)
        throw new StaleStateError('The state was never issued, was used before, or is too old.');
      return JSON.parse(payload) as InstallURLOptions;
    },
  };
}
