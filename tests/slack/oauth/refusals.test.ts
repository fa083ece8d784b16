import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keptInstallations, UnusableInstallationError } from '../../../src/slack/oauth/kept-installations.ts';
import type { Browser, Visit } from '../../support/cookie-browser.ts';
import { INSTALL_URL, type OAuthBench, PUBLIC_URL, startOAuthBench } from '../../support/oauth-bench.ts';
import { NOW } from '../../support/slack-bench.ts';

let bench: OAuthBench;
let browser: Browser;
beforeEach(async () => {
  bench = await startOAuthBench();
  browser = bench.browser();
});
afterEach(() => bench.stop());

const installed = () => bench.store.installations.owners();
const TEN_MINUTES = 10 * 60_000;

function expectRefused(visit: Visit): void {
  expect(visit.status).toBe(400);
  expect(visit.body).toContain('This installation cannot be finished');
  expect(visit.body).toContain('href="/slack/install"');
}

/** Neither the page nor the log gives away what the address held. */
function expectSilence(address: string, visit: Visit): void {
  const { searchParams } = new URL(address);
  for (const secret of [searchParams.get('code'), searchParams.get('state'), bench.slack.app.clientSecret]) {
    if (!secret) continue;
    expect(visit.body).not.toContain(secret);
    expect(JSON.stringify(bench.logged)).not.toContain(secret);
  }
}

describe('a way back that is refused', () => {
  test('in another browser than the one in which it began, which may go on', async () => {
    const back = await bench.allow('T0NEWSDESK', browser);
    const other = bench.browser();
    const refused = await other.visit(back);
    expectRefused(refused);
    expectSilence(back, refused);
    await other.visit(INSTALL_URL);
    expectRefused(await other.visit(back));
    expect(await installed()).toEqual([]);
    expect((await browser.visit(back)).status).toBe(200);
  });

  test('with a state that Dateline never issued, whatever the cookie says', async () => {
    const back = new URL(await bench.allow('T0NEWSDESK', browser));
    back.searchParams.set('state', 'forged');
    expectRefused(await browser.visit(back.href));
    const forged = await fetch(`${bench.url}${back.pathname}${back.search}`, {
      headers: { cookie: 'slack-app-oauth-state=forged' },
    });
    expect(forged.status).toBe(400);
    expect(await installed()).toEqual([]);
  });

  test('a second time', async () => {
    const back = await bench.allow('T0NEWSDESK', browser);
    const [[name, state] = []] = [...browser.cookiesOf(PUBLIC_URL)];
    expect((await browser.visit(back)).status).toBe(200);
    await bench.store.installations.delete({ team: 'T0NEWSDESK' });
    expectRefused(await browser.visit(back));
    // Not even with the cookie that the browser was told to forget.
    const { pathname, search } = new URL(back);
    const replayed = await fetch(`${bench.url}${pathname}${search}`, { headers: { cookie: `${name}=${state}` } });
    expect(replayed.status).toBe(400);
    expect(await installed()).toEqual([]);
  });

  test('by two at once: one is taken', async () => {
    const back = await bench.allow('T0NEWSDESK', browser);
    const [[name, state] = []] = [...browser.cookiesOf(PUBLIC_URL)];
    const { pathname, search } = new URL(back);
    const go = () => fetch(`${bench.url}${pathname}${search}`, { headers: { cookie: `${name}=${state}` } });
    const statuses = (await Promise.all([go(), go()])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 400]);
  });

  test('after ten minutes', async () => {
    const back = await bench.allow('T0NEWSDESK', browser);
    bench.advance(TEN_MINUTES);
    expectRefused(await browser.visit(back));
    const again = await bench.allow('T0NEWSDESK', browser);
    bench.advance(TEN_MINUTES - 1);
    expect((await browser.visit(again)).status).toBe(200);
  });

  test.each(['', '?code=1.2', '?state=a', '?error=invalid_scope'])('with the query "%s"', async (query) => {
    await browser.visit(INSTALL_URL);
    expectRefused(await browser.visit(`${PUBLIC_URL}/slack/oauth_redirect${query}`));
  });

  test('with a code that Slack does not know', async () => {
    const back = new URL(await bench.allow('T0NEWSDESK', browser));
    back.searchParams.set('code', 'unknown');
    expectRefused(await browser.visit(back.href));
  });
});

describe('an installation that fails', () => {
  test('for a wrong client secret says what to mend and shows no secret', async () => {
    const wrong = await startOAuthBench({ settings: { clientSecret: 'f'.repeat(32) } });
    const visit = await wrong.install('T0NEWSDESK');
    expect(visit.status).toBe(502);
    expect(visit.body).toContain('bad_client_secret');
    expect(visit.body).toContain('SLACK_CLIENT_SECRET');
    expect(visit.body).not.toContain('f'.repeat(32));
    expect(await wrong.logLine(({ code }) => code === 'bad_client_secret')).toMatchObject({ level: 'error' });
    expect(JSON.stringify(wrong.logged)).not.toContain('f'.repeat(32));
    await wrong.stop();
  });

  test('while Slack fails says so', async () => {
    const back = await bench.allow('T0NEWSDESK', browser);
    bench.slack.faults.refuse('oauth.v2.access', 'internal_error');
    const visit = await browser.visit(back);
    expect(visit.status).toBe(502);
    expect(visit.body).toContain('internal_error');
    expect(await installed()).toEqual([]);
  });

  test('while the store fails says so, on both pages, and leaves no browser waiting', async () => {
    const back = await bench.allow('T0NEWSDESK', browser);
    await bench.store.close();
    const pages = [await browser.visit(INSTALL_URL), await browser.visit(back)];
    for (const { status, body } of pages) {
      expect(status).toBe(503);
      expect(body).toContain('Dateline cannot keep the installation');
    }
    expectSilence(back, pages[1]!);
  });
});

describe('what cannot be used is not kept', () => {
  const bot = { token: 'xoxb-1', id: 'B1', userId: 'U1', scopes: [] };
  const user = { token: undefined, scopes: undefined, id: 'U2' };
  const base = { team: { id: 'T1' }, enterprise: undefined, user, isEnterpriseInstall: false };

  test.each([
    ['rotating_token', { ...base, bot: { ...bot, expiresAt: 1 } }],
    ['no_bot', base],
    ['no_bot', { ...base, team: undefined, bot }],
  ])('%s', async (code, installation) => {
    const kept = keptInstallations(bench.store.installations, () => NOW);
    const error = await kept.storeInstallation(installation as never).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnusableInstallationError);
    expect(error).toMatchObject({ code });
    expect(await installed()).toEqual([]);
  });
});

test('an address that is nobody’s is not found, and not logged', async () => {
  expect((await browser.visit(`${PUBLIC_URL}/slack/oauth?code=secret-code`)).status).toBe(404);
  expect(JSON.stringify(bench.logged)).not.toContain('secret-code');
});
