import { webApi } from '@slack/bolt';
import type { Finding } from '../../delivery/poster.ts';
import { isDelivery } from './delivery-metadata.ts';
import { reasonOf } from './posting-outcome.ts';

/** How many messages Slack gives at once; it gives less to some apps. */
const PAGE = 200;

/** Codes with which Slack says that a channel may not be read. */
const UNREADABLE = [
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'no_permission',
  'ekm_access_denied',
  'team_access_not_granted',
];

/** Looks for a delivery among the messages of a channel since a moment. It throws nothing. */
export async function findDelivery(
  client: webApi.WebClient,
  { channel, key }: { channel: string; key: string },
  since: Date,
): Promise<Finding> {
  try {
    const oldest = String(since.getTime() / 1_000);
    let cursor: string | undefined;
    do {
      const page = await client.conversations.history({
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const found = page.messages?.find(({ metadata }) => isDelivery(metadata, key));
      if (found?.ts !== undefined) return { outcome: 'found', messageTs: found.ts };
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor !== undefined);
    return { outcome: 'absent' };
  } catch (error) {
    return findingOf(error);
  }
}

function findingOf(error: unknown): Finding {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { outcome: 'rate-limited', waitMs: error.retryAfter * 1_000 };
  }
  const { code, remedy } = reasonOf(error);
  const refused = error instanceof webApi.WebAPIPlatformError && UNREADABLE.includes(code);
  return { outcome: refused ? 'unreadable' : 'failed', code, remedy };
}
