import type { SlackSettings } from '../../config.ts';
import { installsByOAuth } from '../../slack-config.ts';
import type { InstallationOwner, InstallationRepository } from '../../store/installations.ts';
import { findInstallation } from '../oauth/kept-installations.ts';

/** The bot tokens with which something may be posted in a workspace, the likeliest first; none where there is no installation. */
export type BotTokens = (team: string) => Promise<readonly string[]>;

/**
 * The tokens that the settings name. An organisation may have installed the app for all of its workspaces; which these are
 * Slack alone knows, so its token is tried where the workspace has none of its own.
 */
export function botTokens(settings: SlackSettings, installations: InstallationRepository): BotTokens {
  if (!installsByOAuth(settings)) return async () => [settings.botToken];
  const tokenOf = async (owner: InstallationOwner) => (await findInstallation(installations, owner))?.bot.token;
  return async (team) => {
    const own = await tokenOf({ team });
    if (own !== undefined) return [own];
    const organisations = (await installations.owners()).filter((owner) => 'enterprise' in owner);
    const tokens = await Promise.all(organisations.map(tokenOf));
    return tokens.filter((token) => token !== undefined);
  };
}
