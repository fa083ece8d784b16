import type { SlackSettings } from '../config.ts';
import type { Manifest } from '../slack/manifest.ts';
import { tokenStartError } from '../slack/start-error.ts';
import { type Finding, findingsOf } from './finding.ts';
import { isRefusal, type SlackLine } from './slack-line.ts';

const bot = findingsOf('bot token');
const app = findingsOf('app token');
const scopes = findingsOf('scopes');

/** Whether Slack takes the one bot token, and what it may do. */
export async function checkBotToken(token: string, line: SlackLine, manifest?: Manifest): Promise<Finding[]> {
  try {
    const answer = await line.client(token).auth.test();
    const found = bot.ok(`${answer.team} (${answer.team_id}), as ${answer.user}`);
    return [found, checkScopes(answer.response_metadata?.scopes, manifest)];
  } catch (error) {
    const { message } = tokenStartError('SLACK_BOT_TOKEN', error);
    if (isRefusal(error)) return [bot.problem(message), scopes.unchecked('there is no bot token that Slack takes')];
    return [bot.unchecked(message), scopes.unchecked('Slack could not be asked')];
  }
}

/** Whether Socket Mode can be opened with the app token. */
export async function checkAppToken({ appToken }: Extract<SlackSettings, { mode: 'socket' }>, line: SlackLine) {
  try {
    await line.client(appToken).apps.connections.open();
    return app.ok('opens Socket Mode');
  } catch (error) {
    const { message } = tokenStartError('SLACK_APP_TOKEN', error);
    return isRefusal(error) ? app.problem(message) : app.unchecked(message);
  }
}

function checkScopes(granted: readonly string[] | undefined, manifest: Manifest | undefined): Finding {
  if (manifest === undefined) return scopes.unchecked('there is no manifest to tell which are needed');
  if (granted === undefined) return scopes.unchecked('Slack did not tell which were granted');
  const { lacking, beyond } = compareScopes(granted, manifest);
  if (lacking.length > 0) {
    return scopes.problem(
      `the bot token lacks ${lacking.join(', ')}: add that under OAuth & Permissions > Scopes, and reinstall the app`,
    );
  }
  if (beyond.length > 0) {
    return scopes.warning(
      `the bot token may do more than Dateline needs: remove ${beyond.join(', ')} under OAuth & Permissions > Scopes, and reinstall the app`,
    );
  }
  return scopes.ok(granted.join(', '));
}

/** What is needed and not granted, and what is granted and not needed. */
export function compareScopes(granted: readonly string[], { oauth_config }: Manifest) {
  const { bot: needed, bot_optional: optional } = oauth_config.scopes;
  return {
    lacking: needed.filter((scope) => !granted.includes(scope)),
    beyond: granted.filter((scope) => !needed.includes(scope) && !optional.includes(scope)),
  };
}
