import { sql } from 'kysely';
import { connect } from './database/connect.ts';
import type { Database } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { KyselyChannelSettings } from './kysely/channel-settings.ts';
import { KyselyFeedback } from './kysely/feedback.ts';
import { KyselyInstallations } from './kysely/installations.ts';
import { KyselyOAuthStates } from './kysely/oauth-states.ts';
import { KyselyOutbox } from './kysely/outbox/outbox.ts';
import { KyselyProposals } from './kysely/proposals.ts';
import { KyselyRecordChanges } from './kysely/record-changes.ts';
import { KyselySeenDeliveries } from './kysely/seen-deliveries.ts';
import { KyselySubscriptions } from './kysely/subscriptions.ts';
import { KyselyUnansweredQuestions } from './kysely/unanswered-questions.ts';
import { KyselyUserSettings } from './kysely/user-settings.ts';
import { Operations } from './operations.ts';
import { SecretBox } from './secret-box.ts';
import type { Store } from './store.ts';
import type { StoreSettings } from './store-settings.ts';

/**
 * Opens the store, makes it where there is none, checks it, and brings its tables to the schema of this code.
 * @throws StoreError, and leaves nothing open and nothing half done then
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const database = await connect(settings.database, 'use');
  try {
    await migrate(database);
    return storeOver(database, settings);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The store over a database that has the schema of this code. */
export function storeOver(
  database: Database,
  { encryptionKeys: [first, ...others], keepUnanswered }: Omit<StoreSettings, 'database'>,
): Store {
  const { db, location } = database;
  const operations = new Operations(database);
  const secretBox = first === undefined ? undefined : new SecretBox([first, ...others]);
  return {
    location,
    channelSettings: operations.guard(new KyselyChannelSettings(db)),
    userSettings: operations.guard(new KyselyUserSettings(db)),
    proposals: operations.guard(new KyselyProposals(db)),
    feedback: operations.guard(new KyselyFeedback(db)),
    installations: operations.guard(new KyselyInstallations(db, secretBox)),
    oauthStates: operations.guard(new KyselyOAuthStates(db)),
    seenDeliveries: operations.guard(new KyselySeenDeliveries(db)),
    unansweredQuestions: operations.guard(new KyselyUnansweredQuestions(db, keepUnanswered)),
    subscriptions: operations.guard(new KyselySubscriptions(db)),
    outbox: operations.guard(new KyselyOutbox(database)),
    recordChanges: operations.guard(new KyselyRecordChanges(db)),
    ...operations.guard({ now: () => sharedMoment(database), ping: () => ping(database) }),
    close: () => operations.close(),
  };
}

async function sharedMoment({ db, kind }: Database): Promise<Date> {
  if (kind === 'sqlite') return new Date();
  const { rows } = await sql<{ now: string }>`select extract(epoch from clock_timestamp()) * 1000 as now`.execute(db);
  return new Date(Number(rows[0]!.now));
}

async function ping({ db }: Database): Promise<void> {
  await db.selectFrom('dateline_migrations').select('name').limit(1).execute();
}
