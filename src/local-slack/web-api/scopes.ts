import { Refusal } from '../refusal.ts';
import type { Installation } from '../state/installations.ts';

/** @throws Refusal `missing_scope`, which tells what is needed and what there is */
export function requireScope({ scopes }: Pick<Installation, 'scopes'>, needed: string): void {
  if (!scopes.includes(needed)) throw new Refusal('missing_scope', { needed, provided: scopes.join(',') });
}
