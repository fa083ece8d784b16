import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { webApi } from '@slack/bolt';
import type { InstallationOwner } from '../store/installations.ts';
import { StoreError } from '../store/store-error.ts';
import type { ListenerDeps } from './deps.ts';
import { findInstallation } from './oauth/kept-installations.ts';

type RemovalArgs = Pick<
  AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_uninstalled' | 'tokens_revoked'>,
  'event' | 'client' | 'context'
>;

/** What Slack says of a token that opens nothing any more. */
const DEAD = ['account_inactive', 'token_revoked', 'invalid_auth', 'not_authed', 'token_expired'];

/**
 * Forgets an installation when the app was taken out of its workspace, or when the bot's token was revoked. Slack may
 * bring such an event late, when the app is installed again: an installation whose token still works stays.
 */
export async function handleRemoval({ event, client, context }: RemovalArgs, deps: ListenerDeps): Promise<void> {
  if (event.type === 'tokens_revoked' && !event.tokens.bot?.length) return;
  const owner = removedOwner(context);
  if (!owner) return;
  const { installations } = deps.store;
  const token = await tokenOf(owner, deps);
  if (token !== undefined && (await works(client, token))) {
    deps.log.info({ ...owner, event: event.type }, 'the app was installed again since: the installation stays');
    return;
  }
  if (await installations.delete(owner)) deps.log.info({ ...owner, event: event.type }, 'an installation was removed');
  else deps.log.warn({ ...owner, event: event.type }, 'the app was removed: install it again to go on');
}

/** Whose installation ended. Of an organisation that installed the app for all of its workspaces, that one. */
function removedOwner({ teamId, enterpriseId, isEnterpriseInstall }: RemovalArgs['context']) {
  if (isEnterpriseInstall && enterpriseId) return { enterprise: enterpriseId };
  return teamId === undefined ? undefined : { team: teamId };
}

async function tokenOf(owner: InstallationOwner, { store }: ListenerDeps): Promise<string | undefined> {
  try {
    return (await findInstallation(store.installations, owner))?.bot.token;
  } catch (error) {
    // What cannot be decrypted is of no use, and can be deleted all the same.
    if (error instanceof StoreError && ['no-key', 'wrong-key', 'damaged-installation'].includes(error.code)) return;
    throw error;
  }
}

async function works(client: RemovalArgs['client'], token: string): Promise<boolean> {
  try {
    await client.auth.test({ token });
    return true;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && DEAD.includes(error.data.error)) return false;
    throw error;
  }
}

export function register(app: App, deps: ListenerDeps): void {
  app.event('app_uninstalled', (args) => handleRemoval(args, deps));
  app.event('tokens_revoked', (args) => handleRemoval(args, deps));
}
