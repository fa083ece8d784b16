import type { Context } from '@slack/bolt';

/**
 * Slack's id of the workspace from which something came, by which the store keeps what people create; that of the
 * organisation where the app is installed for one as a whole and no workspace is meant.
 */
export function teamOf({ teamId, enterpriseId }: Pick<Context, 'teamId' | 'enterpriseId'>): string {
  return teamId ?? enterpriseId ?? '';
}
