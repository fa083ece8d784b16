import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { httpManifest } from '../../src/slack/http-manifest.ts';
import { OWN_MANIFEST } from '../../src/slack/manifest.ts';
import { openStore } from '../../src/store/open-store.ts';
import { DOCTOR_NOW, type DoctorBench, doctorBench } from '../support/doctor-bench.ts';
import { clientFor } from '../support/local-slack-client.ts';
import { type OAuthBench, PUBLIC_URL, startOAuthBench } from '../support/oauth-bench.ts';
import { KEY, OTHER_KEY } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const path = temporaryFolder();
let bench: OAuthBench;
let doctor: DoctorBench;
let environment: Record<string, string | undefined>;
beforeEach(async () => {
  bench = await startOAuthBench();
  doctor = doctorBench(bench.slack, path());
  const { SLACK_BOT_TOKEN: _bot, SLACK_APP_TOKEN: _app, ...rest } = doctor.environment;
  const { settings } = bench.place;
  environment = {
    ...rest,
    SLACK_SIGNING_SECRET: bench.slack.app.signingSecret,
    SLACK_CLIENT_ID: bench.slack.app.clientId,
    SLACK_CLIENT_SECRET: bench.slack.app.clientSecret,
    DATELINE_PUBLIC_URL: PUBLIC_URL,
    DATELINE_ENCRYPTION_KEY: KEY,
    ...(settings.kind === 'sqlite' ? { DATELINE_STORE: settings.file } : { DATABASE_URL: settings.databaseUrl }),
  };
  writeFileSync(path('manifest.yml'), httpManifest(readFileSync(OWN_MANIFEST, 'utf8'), PUBLIC_URL));
});
afterEach(() => bench.stop());

/** A proxy that passes the public address on. */
const proxyTo =
  (server: string): typeof fetch =>
  (input, init) =>
    fetch(String(input).replace(PUBLIC_URL, server), init);

async function ask(more: Parameters<DoctorBench['ask']>[0] = {}) {
  const { report, findings } = await doctor.ask({
    environment,
    manifest: path('manifest.yml'),
    fetch: proxyTo(bench.url),
    // The local Slack of this bench runs by the clock of the machine.
    clock: () => new Date(),
    ...more,
  });
  for (const secret of doctor.secrets) expect(JSON.stringify(findings)).not.toContain(secret);
  return report.split('\n').filter((line) => !/^(ok|warning) +(record|store) /.test(line) && line !== '');
}

describe('an installation by OAuth', () => {
  test('that nobody has used yet', async () => {
    expect(await ask()).toMatchInlineSnapshot(`
      [
        "ok           configuration   mode http, installed by OAuth in any workspace",
        "ok           manifest        agrees with what Dateline listens to, and with the settings",
        "ok           installations   there is none yet: open https://dateline.example.org/slack/install to install the app",
        "ok           clock           within 60 s of Slack’s",
        "ok           public address  Dateline answers at https://dateline.example.org",
        "0 problems, 1 warning",
      ]
    `);
  });

  test('with workspaces in which all is well', async () => {
    await bench.install('T0NEWSDESK');
    await bench.install('T0RADIO');
    expect(await ask()).toMatchInlineSnapshot(`
      [
        "ok           configuration   mode http, installed by OAuth in any workspace",
        "ok           manifest        agrees with what Dateline listens to, and with the settings",
        "ok           installations   2 can be used",
        "ok           clock           within 60 s of Slack’s",
        "ok           public address  Dateline answers at https://dateline.example.org",
        "0 problems, 1 warning",
      ]
    `);
  });

  test('with a token that was revoked, and with one that cannot be decrypted', async () => {
    await bench.install('T0NEWSDESK');
    await bench.install('T0RADIO');
    const kept = (await bench.store.installations.find({ team: 'T0NEWSDESK' })) as { bot: { token: string } };
    await bench.store.installations.save({ team: 'T0OTHER' }, kept, new Date());
    await clientFor(bench.slack, kept.bot.token).auth.revoke();
    await bench.logLine(({ msg }) => msg === 'an installation was removed');
    const other = await openStore({
      database: bench.place.settings,
      encryptionKeys: [OTHER_KEY],
      keepUnanswered: false,
    });
    await other.installations.save({ enterprise: 'E0LOST' }, kept, new Date());
    await other.close();
    const lines = (await ask()).filter((line) => line.includes('installations'));
    expect(lines).toMatchInlineSnapshot(`
      [
        "ok           installations   1 can be used",
        "warning      installations   Slack refuses that of T0OTHER (token_revoked): have the app installed there again",
        "problem      installations   The installation of enterprise E0LOST was encrypted with a key that is not set (fingerprint 2331bb05ec3c): add that key to the end of DATELINE_ENCRYPTION_KEY after a comma, or have the app installed again",
      ]
    `);
  });

  test('whose workspaces have not granted what a newer manifest asks for', async () => {
    await bench.install('T0NEWSDESK');
    const manifest = path('newer.yml');
    const more = readFileSync(OWN_MANIFEST, 'utf8').replace(
      '      - chat:write\n',
      '      - chat:write\n      - admin\n',
    );
    writeFileSync(manifest, httpManifest(more, PUBLIC_URL));
    const lines = (await ask({ manifest })).filter((line) => line.includes('installations'));
    expect(lines).toEqual([
      'warning      installations   that of T0NEWSDESK lacks admin: have the app installed there again',
    ]);
  });

  test('before the first start', async () => {
    const lines = await ask({ environment: { ...environment, DATABASE_URL: '', DATELINE_STORE: path('new.db') } });
    expect(lines.find((line) => line.includes('installations'))).toContain('there is none yet');
  });

  test('without the key of encryption', async () => {
    const lines = await ask({ environment: { ...environment, DATELINE_ENCRYPTION_KEY: '' } });
    expect(lines[0]).toMatch(/^problem +configuration +DATELINE_ENCRYPTION_KEY is missing/);
  });
});

describe('the public address', () => {
  const line = async (more: Parameters<DoctorBench['ask']>[0]) =>
    (await ask(more)).find((told) => told.includes('public address'));

  test('at which nobody answers', async () => {
    expect(await line({ fetch: proxyTo('http://127.0.0.1:9') })).toMatchInlineSnapshot(
      `"warning      public address  nobody answers at https://dateline.example.org/health from here: start Dateline, and check the name, the certificate and the proxy"`,
    );
  });

  test('at which something else answers', async () => {
    const server = createServer((_request, response) => response.end('<h1>Welcome</h1>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await line({ fetch: proxyTo(url) })).toMatchInlineSnapshot(
      `"problem      public address  https://dateline.example.org/health is answered by something else (200): have the proxy pass every path on to PORT of Dateline"`,
    );
    server.close();
  });

  test('at which Dateline is not well', async () => {
    await bench.store.close();
    expect(await line({})).toMatchInlineSnapshot(
      `"problem      public address  Dateline answers at https://dateline.example.org that it is not well: see its log"`,
    );
  });

  test('that is not set', async () => {
    const { SLACK_CLIENT_ID: _id, SLACK_CLIENT_SECRET: _secret, DATELINE_PUBLIC_URL: _url, ...rest } = environment;
    expect(await line({ environment: { ...rest, SLACK_BOT_TOKEN: 'xoxb-1-local' } })).toMatchInlineSnapshot(
      `"not checked  public address  set DATELINE_PUBLIC_URL to the address under which Slack reaches Dateline"`,
    );
  });
});

test('a clock so far off that every request is refused is a problem', async () => {
  const lines = await ask({ clock: () => new Date(DOCTOR_NOW) });
  expect(lines.find((line) => line.includes('clock'))).toMatch(/^problem +clock +\d+ s behind Slack’s, so that/);
});
