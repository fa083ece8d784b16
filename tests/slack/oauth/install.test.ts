import { afterEach, describe, expect, test } from 'vitest';
import { createSlackApp } from '../../../src/slack/app.ts';
import { linksOf } from '../../support/cookie-browser.ts';
import { FakeDateline } from '../../support/fake-dateline.ts';
import { clientFor } from '../../support/local-slack-client.ts';
import { readManifest } from '../../support/manifest.ts';
import { INSTALL_URL, type OAuthBench, settingsFor, startOAuthBench, type Team } from '../../support/oauth-bench.ts';
import { memoryLog, NOW } from '../../support/slack-bench.ts';

const running: OAuthBench[] = [];
afterEach(async () => {
  for (const bench of running.splice(0)) await bench.stop();
});

async function start(...options: Parameters<typeof startOAuthBench>): Promise<OAuthBench> {
  const bench = await startOAuthBench(...options);
  running.push(bench);
  return bench;
}

const MEDIA = { id: 'E0MEDIA', name: 'Media' };

/** The workspace of whose token each answer was posted, by channel. */
const postedBy = ({ slack }: OAuthBench) =>
  slack.journal
    .all('call', ({ method }) => method === 'chat.postMessage')
    .map(({ team, args, error }) => ({ team, channel: args.channel, ...(error ? { error } : {}) }));

describe('an installation', () => {
  test('leads from the install page over Slack to an answer, and its token lies encrypted in the store', async () => {
    const bench = await start();
    const browser = bench.browser();
    const page = await browser.visit(INSTALL_URL);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Add to Slack');
    const address = new URL(linksOf(page.body)[0]!);
    expect(address.origin + address.pathname).toBe(bench.slack.authorizeUrl);
    expect(address.searchParams.get('scope')?.split(',')).toEqual(readManifest().oauth_config.scopes.bot);

    const back = await bench.allow('T0NEWSDESK', browser);
    const done = await browser.visit(back);
    expect(done.status).toBe(200);
    expect(done.body).toContain('Dateline is installed in News Desk');
    expect(linksOf(done.body)).toEqual([`https://slack.com/app_redirect?app=${bench.slack.app.appId}&team=T0NEWSDESK`]);

    await bench.mention('T0NEWSDESK');
    expect(postedBy(bench)).toEqual([{ team: 'T0NEWSDESK', channel: 'C0NEWS' }]);

    const kept = (await bench.store.installations.find({ team: 'T0NEWSDESK' })) as { bot: { token: string } };
    expect(await clientFor(bench.slack, kept.bot.token).auth.test()).toMatchObject({ team_id: 'T0NEWSDESK' });
    const rows = JSON.stringify(await bench.place.sql('select * from installations'));
    expect(rows).toContain('T0NEWSDESK');
    expect(rows).not.toContain(kept.bot.token);
    expect(rows).not.toContain('News Desk');

    const { searchParams } = new URL(back);
    const told = JSON.stringify(bench.logged);
    expect(told).toContain('the app was installed');
    for (const secret of [kept.bot.token, searchParams.get('code')!, searchParams.get('state')!]) {
      expect(told).not.toContain(secret);
    }
  });

  test('shows pages that load nothing, run nothing, and give their address to nobody', async () => {
    const bench = await start();
    const browser = bench.browser();
    const pages = [
      await browser.visit(INSTALL_URL),
      await bench.install('T0RADIO', browser),
      await browser.visit(await bench.allow('T0RADIO', browser, 'cancel')),
    ];
    for (const { headers, body } of pages) {
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(body).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\bon\w+=/i);
      expect(body).toMatch(/^<!doctype html>\n<html lang="en">/);
    }
    expect(pages[1]!.body).toContain('Dateline is installed in Radio &lt;One&gt;');
    expect(pages[2]!.body).toContain('You cancelled');
  });

  test('that one process began may be finished by another, which answers as well', async () => {
    const bench = await start();
    const { log } = memoryLog();
    const store = await bench.place.open();
    const second = createSlackApp(settingsFor(bench.slack), new FakeDateline(), { log, clock: () => NOW, store });
    const { port } = await second.start();
    const back = new URL(await bench.allow('T0NEWSDESK', bench.browser()));
    const state = back.searchParams.get('state');
    const finished = await fetch(`http://127.0.0.1:${port}${back.pathname}${back.search}`, {
      headers: { cookie: `slack-app-oauth-state=${state}` },
    });
    expect(finished.status).toBe(200);
    bench.slack.deliverOverHttp(`http://127.0.0.1:${port}/slack/events`);
    await bench.mention('T0NEWSDESK');
    bench.slack.deliverOverHttp(`${bench.url}/slack/events`);
    await bench.mention('T0NEWSDESK');
    expect(bench.slack.journal.all('posted')).toHaveLength(2);
    await second.stop();
  });

  test('again in the same workspace keeps one installation', async () => {
    const bench = await start();
    await bench.install('T0NEWSDESK');
    await bench.install('T0NEWSDESK');
    expect(await bench.store.installations.owners()).toEqual([{ team: 'T0NEWSDESK' }]);
  });
});

describe('two workspaces', () => {
  test('are each answered with their own token', async () => {
    const bench = await start();
    await bench.install('T0NEWSDESK');
    await bench.install('T0RADIO');
    const teams: Team[] = ['T0NEWSDESK', 'T0RADIO', 'T0RADIO', 'T0NEWSDESK', 'T0RADIO', 'T0NEWSDESK'];
    await Promise.all(teams.map((team, i) => bench.mention(team, `question ${i}`)));
    const posts = postedBy(bench);
    expect(posts).toHaveLength(teams.length);
    for (const { team, channel, error } of posts) {
      expect({ channel, error }).toEqual({ channel: team === 'T0NEWSDESK' ? 'C0NEWS' : 'C0AIR', error: undefined });
    }
    expect(posts.filter(({ team }) => team === 'T0RADIO')).toHaveLength(3);
  });

  test('one that has not installed the app gets nothing from the token of the other', async () => {
    const bench = await start();
    await bench.install('T0NEWSDESK');
    await bench.install('T0RADIO');
    await bench.store.installations.delete({ team: 'T0RADIO' });
    await bench.mention('T0RADIO');
    const line = await bench.logLine(({ code }) => code === 'not_installed');
    expect(line).toMatchObject({ level: 'error', remedy: expect.stringContaining('/slack/install') });
    expect(postedBy(bench)).toEqual([]);
    // It was acknowledged: bringing it again would help nobody.
    const statuses = bench.slack.journal.all('acknowledged').map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('an organisation', () => {
  test('that installs the app for all of its workspaces has one installation, and both are answered', async () => {
    const bench = await start({ enterprise: MEDIA });
    const done = await bench.install('E0MEDIA');
    expect(done.body).toContain('Dateline is installed for Media');
    expect(linksOf(done.body)).toEqual([
      `https://app.slack.com/manage/E0MEDIA/integrations/profile/${bench.slack.app.appId}/workspaces/add`,
    ]);
    expect(await bench.store.installations.owners()).toEqual([{ enterprise: 'E0MEDIA' }]);
    await bench.mention('T0NEWSDESK');
    await bench.mention('T0RADIO');
    const posts = bench.slack.journal.all('posted').map(({ message }) => message.channel);
    expect(posts).toEqual(['C0NEWS', 'C0AIR']);
  });

  test('may have a workspace that installed the app by itself: that one keeps its token', async () => {
    const bench = await start({ enterprise: MEDIA });
    await bench.install('T0RADIO');
    await bench.install('E0MEDIA');
    await bench.mention('T0RADIO');
    await bench.mention('T0NEWSDESK');
    expect(postedBy(bench)).toEqual([
      { team: 'T0RADIO', channel: 'C0AIR' },
      { team: undefined, channel: 'C0NEWS' },
    ]);
  });
});
