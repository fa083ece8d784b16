import { type AppSettings, appFromManifest, LOCAL_APP } from '../../src/local-slack/app-settings.ts';
import type { Clock } from '../../src/local-slack/clock.ts';
import { LocalSlack } from '../../src/local-slack/local-slack.ts';
import type { WorkspaceSettings } from '../../src/local-slack/workspace-settings.ts';
import { readManifest } from './manifest.ts';

export const BOT = { userId: 'U0DATELINE', botId: 'B0DATELINE' };
export const CREDENTIALS = { botToken: 'xoxb-1-local', appToken: LOCAL_APP.appToken };
export const { signingSecret: SIGNING_SECRET } = LOCAL_APP;

/** A workspace of two people, with a channel that the bot is in and one that it is not in. */
export const NEWSROOM: WorkspaceSettings = {
  id: 'T0NEWSDESK',
  name: 'News Desk',
  domain: 'newsdesk',
  people: [
    { id: 'U0ALICE', name: 'alice', realName: 'Alice Adams', timeZone: 'America/New_York' },
    { id: 'U0BOB', name: 'bob', realName: 'Bob Brown' },
  ],
  channels: [
    { id: 'C0NEWS', name: 'newsroom', withBot: true },
    { id: 'C0QUIET', name: 'without-the-bot' },
  ],
  bot: BOT,
  botToken: CREDENTIALS.botToken,
};

/** A local Slack with the app that manifest.yml describes, but for what a test changes of it. */
export function startNewsroom(
  app: Partial<AppSettings> = {},
  clock?: Clock,
  workspace: WorkspaceSettings = NEWSROOM,
): Promise<LocalSlack> {
  const settings = { ...appFromManifest(readManifest()), ...app };
  return LocalSlack.start({ app: settings, workspaces: [workspace], ...(clock ? { clock } : {}) });
}
