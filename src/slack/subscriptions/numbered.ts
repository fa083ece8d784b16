import type { Listed } from './listed.ts';

/** The subscription of a number; or in words what to do. */
export type Numbered = { listed: Listed } | { problem: string };

/** Finds a subscription by its number in the list. Where there is only one, its number may be left out. */
export function numbered(all: readonly Listed[], typed: string): Numbered {
  if (all.length === 0) return { problem: 'There are no digests here.' };
  if (typed === '' && all.length === 1) return { listed: all[0]! };
  const listed = /^#?\d{1,6}$/.test(typed) ? all[Number(typed.replace('#', '')) - 1] : undefined;
  if (listed) return { listed };
  const numbers = all.length === 1 ? 'The only number is 1' : `The numbers go from 1 to ${all.length}`;
  return {
    problem: `${typed === '' ? 'Say which, by its number' : 'There is no digest of that number'}. ${numbers}: see /dateline subscriptions.`,
  };
}
