import type { webApi } from '@slack/bolt';
import { readTimeZone } from '../../calendar/time-zone.ts';
import type { ListenerDeps } from '../deps.ts';
import { describeFailure } from '../failure.ts';

/**
 * The time zone of a person's profile.
 * @returns nothing where the app may not read profiles, or the profile names none. Never throws.
 */
export async function askerZone(
  client: webApi.WebClient,
  user: string,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<string | undefined> {
  try {
    const { user: profile } = await client.users.info({ user });
    const zone = readTimeZone(profile?.tz ?? '');
    return 'timeZone' in zone ? zone.timeZone : undefined;
  } catch (error) {
    log.info(describeFailure(error), 'the time zone of a person cannot be looked up');
    return undefined;
  }
}
