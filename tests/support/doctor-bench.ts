import { join } from 'node:path';
import { type DiagnoseOptions, diagnose } from '../../src/doctor/diagnose.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { reportText } from '../../src/doctor/report.ts';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { SCHEMA } from '../../src/store/database/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { FERRIES } from './broken-timeline.ts';
import { CREDENTIALS } from './local-newsroom.ts';
import { ManualClock } from './manual-clock.ts';
import { KEY } from './stores.ts';

/** Ten weeks after the record of the ferries ends. */
export const DOCTOR_NOW = Date.parse('2022-03-14T09:00:00Z');

export interface DoctorBench {
  /** The environment of a set-up over Socket Mode that is well. */
  environment: Record<string, string | undefined>;
  /** Everything that must not be told. */
  secrets: string[];
  /** Makes the store, as the first start does. */
  makeStore(): Promise<void>;
  /** What the doctor says, with FOLDER, SCHEMA and SCOPES for what differs from test to test or grows with the product. */
  ask(more?: Partial<DiagnoseOptions>): Promise<{ report: string; findings: Finding[] }>;
}

/** A set-up before a local Slack. @param slack runs by a clock that stands at `DOCTOR_NOW` @param folder takes the store */
export function doctorBench(slack: LocalSlack, folder: string): DoctorBench {
  const file = join(folder, 'dateline.db');
  const environment: DoctorBench['environment'] = {
    SLACK_BOT_TOKEN: CREDENTIALS.botToken,
    SLACK_APP_TOKEN: CREDENTIALS.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATELINE_DATA: join(FERRIES, '..'),
    DATELINE_STORE: file,
  };
  const { signingSecret, clientSecret, appToken } = slack.app;
  return {
    environment,
    secrets: [CREDENTIALS.botToken, appToken, signingSecret, clientSecret, KEY],
    async makeStore() {
      const store = await openStore({
        database: { kind: 'sqlite', file },
        encryptionKeys: [KEY],
        keepUnanswered: false,
      });
      await store.close();
    },
    async ask(more = {}) {
      const findings = await diagnose({ environment, clock: () => new Date(DOCTOR_NOW), ...more });
      const report = reportText(findings)
        .replaceAll(folder, 'FOLDER')
        .replaceAll(SCHEMA, 'SCHEMA')
        .replace(/^(ok +scopes +).*$/m, '$1SCOPES');
      return { report, findings };
    },
  };
}

/** A clock for the local Slack that stands at `DOCTOR_NOW`. */
export const doctorClock = () => new ManualClock(DOCTOR_NOW);
