import type { webApi } from '@slack/bolt';
import type { ListenerDeps } from '../deps.ts';
import { describeFailure } from '../failure.ts';

/**
 * Whether somebody may let Dateline answer in a channel what does not mention it: an administrator of the workspace, or one
 * of the editors whom the operator named. Anything else of a channel's settings, any of its members may change.
 * @returns true, or in words who may. Never throws: who cannot be looked up is no administrator.
 */
export async function mayAnswerWithoutMention(
  client: webApi.WebClient,
  user: string,
  { editors, log }: Pick<ListenerDeps, 'editors' | 'log'>,
): Promise<true | { who: string }> {
  if (editors.people.includes(user)) return true;
  const named = editors.people.length > 0 ? ' or an editor of Dateline' : '';
  try {
    const { user: profile } = await client.users.info({ user });
    if (profile?.is_admin === true || profile?.is_owner === true) return true;
    return { who: `An administrator of this workspace${named}` };
  } catch (error) {
    log.info(describeFailure(error), 'it cannot be looked up whether somebody is an administrator');
    const lacks = 'An administrator, once the app has the scope users:read';
    return { who: editors.people.length > 0 ? `An editor of Dateline, or: ${lacks}` : lacks };
  }
}
