import type { SlackSettings } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { DatabaseSettings } from '../../src/store/store-settings.ts';
import { desk } from './desk.ts';

/** What a process of its own is started with: the app over a store that others use too. */
export interface ProcessSettings {
  slack: SlackSettings;
  database: DatabaseSettings;
  /** How far its clock is ahead of the machine's, in milliseconds. */
  ahead: number;
}

/** The app in a process of its own, over the real record. It says `ready` with its port, and lives until it is killed. */
const { slack, database, ahead } = JSON.parse(process.argv[2]!) as ProcessSettings;
const store = await openStore({ database, encryptionKeys: [], keepUnanswered: false });
const app = createSlackApp(slack, desk(), {
  log: createLog('silent'),
  clock: () => new Date(Date.now() + ahead),
  store,
});
const { port } = await app.start();
console.log(`ready ${port ?? ''}`);
