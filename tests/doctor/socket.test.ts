import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { OWN_MANIFEST } from '../../src/slack/manifest.ts';
import { TimelineCopy } from '../support/broken-timeline.ts';
import { DOCTOR_NOW, type DoctorBench, doctorBench, doctorClock } from '../support/doctor-bench.ts';
import { startNewsroom } from '../support/local-newsroom.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const path = temporaryFolder();
let slack: LocalSlack;
let doctor: DoctorBench;
beforeEach(async () => {
  slack = await startNewsroom({}, doctorClock());
  doctor = doctorBench(slack, path());
});
afterEach(() => slack.close());

/** The report without the lines that are well, and without its sum. */
async function complaints(more?: Parameters<DoctorBench['ask']>[0]): Promise<string[]> {
  const { report, findings } = await doctor.ask(more);
  for (const secret of doctor.secrets) expect(JSON.stringify(findings)).not.toContain(secret);
  return report.split('\n').filter((line) => /^(warning|problem|not checked) /.test(line));
}

test('a set-up that is well', async () => {
  await doctor.makeStore();
  expect((await doctor.ask({ online: true })).report).toMatchInlineSnapshot(`
    "ok           configuration  mode socket, one workspace
    ok           record         lake-ferries: 9 events, covered until 31 December 2021
    ok           store          SQLite file FOLDER/dateline.db, schema SCHEMA
    ok           manifest       agrees with what Dateline listens to, and with the settings
    ok           bot token      News Desk (T0NEWSDESK), as dateline
    ok           scopes         SCOPES
    ok           app token      opens Socket Mode
    ok           clock          within 60 s of Slack’s
    ok           blocks         Slack takes the answer to “When did the Marigold sink?”
    0 problems, 0 warnings
    "
  `);
});

test('before the first start the store is still to be made', async () => {
  expect((await doctor.ask()).report).toContain('FOLDER/dateline.db is made at the first start');
});

describe('the configuration', () => {
  test('is told variable by variable, and the rest is looked at as far as it can be', async () => {
    const environment = { ...doctor.environment, SLACK_APP_TOKEN: 'xoxb-secret', PORT: 'x' };
    const { report, findings } = await doctor.ask({ environment });
    expect(report).toMatchInlineSnapshot(`
      "problem      configuration  SLACK_APP_TOKEN must be an app-level token (xapp-…) and holds a bot token: create one with the scope connections:write at api.slack.com/apps > your app > Basic Information > App-Level Tokens
      problem      configuration  PORT must be a port number from 0 to 65535: correct or remove it
      ok           record         lake-ferries: 9 events, covered until 31 December 2021
      ok           store          FOLDER/dateline.db is made at the first start
      not checked  Slack          mend the configuration first
      2 problems, 0 warnings, 1 not checked
      "
    `);
    expect(JSON.stringify(findings)).not.toContain('xoxb-secret');
  });

  test('may be one without Slack', async () => {
    const { DATELINE_DATA, DATELINE_STORE } = doctor.environment;
    expect((await doctor.ask({ environment: { DATELINE_DATA, DATELINE_STORE } })).report).toMatchInlineSnapshot(`
      "ok           configuration  no Slack: Dateline runs on this machine alone
      ok           record         lake-ferries: 9 events, covered until 31 December 2021
      ok           store          FOLDER/dateline.db is made at the first start
      ok           manifest       agrees with what Dateline listens to, and with the settings
      not checked  Slack          no token is set; README.md tells how to connect a workspace
      0 problems, 0 warnings, 1 not checked
      "
    `);
  });
});

describe('the tokens', () => {
  test('that Slack refuses', async () => {
    const environment = { ...doctor.environment, SLACK_BOT_TOKEN: 'xoxb-1-wrong', SLACK_APP_TOKEN: 'xapp-1-wrong' };
    expect(await complaints({ environment })).toMatchInlineSnapshot(`
      [
        "problem      bot token      Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy the "Bot User OAuth Token" from api.slack.com/apps > your app > OAuth & Permissions",
        "not checked  scopes         there is no bot token that Slack takes",
        "problem      app token      Slack refuses SLACK_APP_TOKEN (invalid_auth): create one with the scope connections:write at api.slack.com/apps > your app > Basic Information > App-Level Tokens",
      ]
    `);
  });

  test('that Slack cannot be asked about', async () => {
    const environment = { ...doctor.environment, SLACK_API_URL: 'http://127.0.0.1:9/api/' };
    expect(await complaints({ environment, online: true })).toMatchInlineSnapshot(`
      [
        "not checked  bot token      Slack does not answer (unreachable): Slack cannot be reached: check the network and the proxy",
        "not checked  scopes         Slack could not be asked",
        "not checked  app token      Slack does not answer (unreachable): Slack cannot be reached: check the network and the proxy",
        "not checked  clock          Slack could not be asked for the time",
        "not checked  blocks         Slack could not be asked",
      ]
    `);
  });

  test('while Slack fails', async () => {
    slack.faults.status('auth.test', 503);
    expect(await complaints()).toMatchInlineSnapshot(`
      [
        "not checked  bot token      Slack does not answer (http_503): Slack or a proxy on the way fails: see status.slack.com",
        "not checked  scopes         Slack could not be asked",
      ]
    `);
  });
});

test('scopes that are lacking, and scopes beyond what is needed', async () => {
  const { scopes } = slack.app;
  const few = await startNewsroom({ scopes: scopes.filter((scope) => scope !== 'chat:write') }, doctorClock());
  const many = await startNewsroom({ scopes: [...scopes, 'admin', 'pins:write'] }, doctorClock());
  const told: string[] = [];
  for (const { apiUrl } of [few, many]) {
    told.push(...(await complaints({ environment: { ...doctor.environment, SLACK_API_URL: apiUrl } })));
  }
  await few.close();
  await many.close();
  expect(told).toMatchInlineSnapshot(`
    [
      "problem      scopes         the bot token lacks chat:write: add that under OAuth & Permissions > Scopes, and reinstall the app",
      "warning      scopes         the bot token may do more than Dateline needs: remove admin, pins:write under OAuth & Permissions > Scopes, and reinstall the app",
    ]
  `);
});

test('a scope that is optional may be left out', async () => {
  const all = slack.app.scopes.map((scope) => `      - ${scope}\n`).join('');
  const optional = '    bot_optional:\n      - chat:write\n';
  const own = readFileSync(OWN_MANIFEST, 'utf8').replace(
    / {4}bot:\n(?: +[-#].*\n)+ {4}bot_optional:\n(?: +[-#].*\n)+/,
    `    bot:\n${all}${optional}`,
  );
  writeFileSync(path('manifest.yml'), own);
  const few = await startNewsroom(
    { scopes: slack.app.scopes.filter((scope) => scope !== 'chat:write') },
    doctorClock(),
  );
  const { findings } = await doctor.ask({
    environment: { ...doctor.environment, SLACK_API_URL: few.apiUrl },
    manifest: path('manifest.yml'),
  });
  await few.close();
  const { level, message } = findings.find(({ check }) => check === 'scopes')!;
  expect(level).toBe('ok');
  expect(message).toMatch(/; without chat:write, which are optional$/);
});

describe('the store', () => {
  test('that is damaged', async () => {
    writeFileSync(path('dateline.db'), 'no database'.repeat(1000));
    expect(await complaints()).toMatchInlineSnapshot(`
      [
        "problem      store          The store FOLDER/dateline.db is damaged or is no SQLite database: check DATELINE_STORE, or move the file aside together with those beside it that end in -wal and -shm and bring the newest backup back with "dateline store restore"",
      ]
    `);
  });

  test('that a newer Dateline has changed', async () => {
    await doctor.makeStore();
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(path('dateline.db'));
    database.exec("insert into dateline_migrations values ('9999-from-the-future')");
    database.close();
    expect(await complaints()).toMatchInlineSnapshot(`
      [
        "problem      store          A newer Dateline has changed the store in FOLDER/dateline.db (9999-from-the-future): start that version again, or restore a backup that this version made into another store",
      ]
    `);
  });

  test('for which a folder stands in the way', async () => {
    mkdirSync(path('dateline.db'));
    expect(await complaints()).toMatchInlineSnapshot(`
      [
        "problem      store          The store FOLDER/dateline.db cannot be opened: set DATELINE_STORE to a file in a folder that the user who runs Dateline can use",
      ]
    `);
  });

  test('for whose folder a file stands in the way', async () => {
    writeFileSync(path('file'), '');
    const environment = { ...doctor.environment, DATELINE_STORE: path('file/dateline.db') };
    expect(await complaints({ environment })).toMatchInlineSnapshot(`
      [
        "problem      store          FOLDER/file/dateline.db cannot be made: let the user who runs Dateline write the folder FOLDER/file",
      ]
    `);
  });

  test('that no server answers for, whose password is not told', async () => {
    const environment = { ...doctor.environment, DATABASE_URL: 'postgres://user:s3cret@127.0.0.1:9/dateline' };
    const told = await complaints({ environment });
    expect(told).toMatchInlineSnapshot(`
      [
        "problem      store          The PostgreSQL database dateline at 127.0.0.1:9 does not answer (ECONNREFUSED): see that the server runs, and correct HOST and PORT in DATABASE_URL",
      ]
    `);
    expect(told.join()).not.toContain('s3cret');
  });
});

describe('the record', () => {
  test('that has an error', async () => {
    const copy = new TimelineCopy();
    copy.replace('timeline.yaml', 'licence: CC0-1.0\n', '');
    const environment = { ...doctor.environment, DATELINE_DATA: join(copy.folder, '..') };
    const told = await complaints({ environment });
    copy.remove();
    expect(told.map((line) => line.replace(/dateline-\w+/g, 'COPY'))).toMatchInlineSnapshot(`
      [
        "problem      record         error COPY/ferries/timeline.yaml:2 licence: The field is missing (string expected). Write a string here. [schema]: see "dateline lint"",
      ]
    `);
  });

  test('that is not there', async () => {
    const environment = { ...doctor.environment, DATELINE_DATA: path('nowhere') };
    expect(await complaints({ environment })).toMatchInlineSnapshot(`
      [
        "problem      record         error FOLDER/nowhere There is no such folder. Name a folder that holds a timeline: one with a file timeline.yaml, or with folders that have one. [no-timeline]: see "dateline lint"",
      ]
    `);
  });

  test('that is old', async () => {
    const day = 24 * 60 * 60_000;
    const [line] = await complaints({ clock: () => new Date(DOCTOR_NOW + 365 * day) });
    expect(line).toMatchInlineSnapshot(
      `"warning      record         lake-ferries: 9 events, covered until 31 December 2021, 438 days ago: add what happened since, as data/README.md tells"`,
    );
  });
});

test.each([
  [61_000, 'warning', '61 s ahead of Slack’s'],
  [-61_000, 'warning', '61 s behind Slack’s'],
  [-301_000, 'warning', '301 s behind Slack’s'],
])('a clock that is %d ms off is a %s', async (off, level, told) => {
  const [line] = await complaints({ clock: () => new Date(DOCTOR_NOW + off) });
  expect(line).toMatch(new RegExp(`^${level} +clock +${told}`));
});

test.each([60_000, -60_000])('a clock that is %d ms off is well', async (off) => {
  expect(await complaints({ clock: () => new Date(DOCTOR_NOW + off) })).toEqual([]);
});

test('blocks that Slack refuses are a defect', async () => {
  slack.faults.refuse('blocks.validate', 'invalid_blocks');
  expect(await complaints({ online: true })).toMatchInlineSnapshot(`
    [
      "problem      blocks         Slack refuses the answer to “When did the Marigold sink?” (invalid_blocks): report this, it is a defect",
    ]
  `);
});
