import { describeFailure } from '../slack/failure.ts';
import type { Manifest } from '../slack/manifest.ts';
import { findInstallation } from '../slack/oauth/kept-installations.ts';
import { INSTALL_PATH } from '../slack/oauth/pages.ts';
import type { OAuthSettings } from '../slack-config.ts';
import { connect } from '../store/database/connect.ts';
import type { InstallationOwner } from '../store/installations.ts';
import { storeOver } from '../store/open-store.ts';
import { storeStatus } from '../store/status.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { StoreSettings } from '../store/store-settings.ts';
import { compareScopes } from './check-tokens.ts';
import { type Finding, findingsOf } from './finding.ts';
import { isRefusal, type SlackLine } from './slack-line.ts';

const { ok, warning, problem, unchecked } = findingsOf('installations');

/** Whether each installation can be decrypted, is taken by Slack, and may do what Dateline needs. Those that are well share a line. */
export async function checkInstallations(
  { publicUrl }: OAuthSettings,
  store: StoreSettings,
  line: SlackLine,
  manifest: Manifest | undefined,
): Promise<Finding[]> {
  const none = ok(`there is none yet: open ${publicUrl}${INSTALL_PATH} to install the app`);
  try {
    const database = await connect(store.database, 'look');
    try {
      if ((await storeStatus(database)).schema === undefined) return [none];
      const { installations } = storeOver(database, store);
      const owners = await installations.owners();
      if (owners.length === 0) return [none];
      const findings: (Finding | undefined)[] = [];
      for (const owner of owners) findings.push(await checkOne(owner, installations, line, manifest));
      const wrong = findings.filter((finding) => finding !== undefined);
      const well = owners.length - wrong.length;
      return well === 0 ? wrong : [ok(`${well} can be used`), ...wrong];
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [error.code === 'missing' ? none : unchecked('the store cannot be read')];
  }
}

async function checkOne(
  owner: InstallationOwner,
  installations: Store['installations'],
  line: SlackLine,
  manifest: Manifest | undefined,
): Promise<Finding | undefined> {
  const whose = 'team' in owner ? owner.team : owner.enterprise;
  try {
    const token = (await findInstallation(installations, owner))?.bot.token;
    if (token === undefined) return undefined;
    const { response_metadata: told } = await line.client(token).auth.test();
    const { lacking } = told?.scopes && manifest ? compareScopes(told.scopes, manifest) : { lacking: [] };
    if (lacking.length === 0) return undefined;
    return warning(`that of ${whose} lacks ${lacking.join(', ')}: have the app installed there again`);
  } catch (error) {
    if (error instanceof StoreError) return problem(error.message);
    const failure = describeFailure(error);
    if (isRefusal(error)) {
      return warning(`Slack refuses that of ${whose} (${error.data.error}): have the app installed there again`);
    }
    return unchecked(`that of ${whose}: ${'remedy' in failure ? failure.remedy : 'Slack could not be asked'}`);
  }
}
