import type { Installation, InstallationQuery, InstallationStore } from '@slack/oauth';
import { z } from 'zod';
import type { InstallationOwner, InstallationRepository } from '../../store/installations.ts';
import type { Clock } from '../clock.ts';

/** Thrown for a workspace of which no installation is kept. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError';
  readonly code = 'not_installed';
  readonly remedy: string;
  readonly team: string | undefined;
  readonly enterprise: string | undefined;

  constructor({ teamId, enterpriseId }: InstallationQuery<boolean>) {
    super('Slack sends what happens in a workspace of which Dateline keeps no installation.');
    this.remedy = 'have the app installed there again from the page /slack/install';
    this.team = teamId;
    this.enterprise = enterpriseId;
  }
}

/** Thrown when an installation cannot be used: it has no bot, or a token that expires. */
export class UnusableInstallationError extends Error {
  override readonly name = 'UnusableInstallationError';
  readonly code: 'no_bot' | 'rotating_token';
  readonly remedy: string;

  constructor(code: UnusableInstallationError['code']) {
    super(code === 'no_bot' ? 'The installation has no bot.' : 'The token of the installation expires.');
    this.code = code;
    this.remedy =
      code === 'no_bot'
        ? 'create the app from manifest.yml, which gives it a bot'
        : 'turn token rotation off at api.slack.com/apps > your app > OAuth & Permissions, and install it again';
  }
}

/** What is read of an installation that was kept. */
const keptSchema = z.looseObject({
  team: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  enterprise: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  bot: z.looseObject({ token: z.string(), id: z.string(), userId: z.string(), scopes: z.array(z.string()) }),
});

export type KeptInstallation = z.infer<typeof keptSchema>;

/** The installation of an owner; undefined where none is kept. @throws StoreError where it cannot be read */
export async function findInstallation(
  installations: InstallationRepository,
  owner: InstallationOwner,
): Promise<KeptInstallation | undefined> {
  const found = await installations.find(owner);
  return found === undefined ? undefined : keptSchema.parse(found);
}

/** Whose installation it is. */
export function ownerOf({ isEnterpriseInstall, enterprise, team }: Installation): InstallationOwner {
  if (isEnterpriseInstall && enterprise) return { enterprise: enterprise.id };
  if (team) return { team: team.id };
  throw new UnusableInstallationError('no_bot');
}

/**
 * Where Bolt's installer keeps installations: in the store, encrypted, one for each workspace, or one for an organisation
 * that installed the app for all of its workspaces.
 */
export function keptInstallations(installations: InstallationRepository, clock: Clock): InstallationStore {
  return {
    async storeInstallation(installation) {
      if (!installation.bot) throw new UnusableInstallationError('no_bot');
      if (installation.bot.expiresAt !== undefined) throw new UnusableInstallationError('rotating_token');
      await installations.save(ownerOf(installation), installation, clock());
    },
    async fetchInstallation(query) {
      for (const owner of possibleOwners(query)) {
        const found = await findInstallation(installations, owner);
        if (found) return found as unknown as Installation<'v1' | 'v2', false>;
      }
      throw new NotInstalledError(query);
    },
  };
}

/** A workspace's own installation comes before that of its organisation; what an organisation installed is that alone. */
function possibleOwners({
  teamId,
  enterpriseId,
  isEnterpriseInstall,
}: InstallationQuery<boolean>): InstallationOwner[] {
  const ofEnterprise = enterpriseId === undefined ? [] : [{ enterprise: enterpriseId }];
  if (isEnterpriseInstall || teamId === undefined) return ofEnterprise;
  return [{ team: teamId }, ...ofEnterprise];
}
