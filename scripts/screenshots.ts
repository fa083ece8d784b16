// Takes the pictures of the documents from the playground: npm run screenshots. They come out alike, a few pixels aside, as long as
// what they show is the same: the time stands still. Needs Chromium; CHROMIUM_PATH names one that is at no usual place.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { systemClock } from '../src/local-slack/clock.ts';
import type { LocalSlack } from '../src/local-slack/local-slack.ts';
import { HOME } from '../src/prepared/home.ts';
import { findChromium, launchChromium } from '../tests/support/browser.ts';
import { openPlayground } from '../tests/support/open-playground.ts';

const FOLDER = join(HOME, 'docs', 'screenshots');
const AT = new Date('2026-01-08T14:30:00Z');
const [YOU, CHANNEL, DIRECT] = ['U0DANA', 'C0NEWSROOM', 'D0DANA'];

interface Scene {
  name: string;
  /** Makes what is to be seen. @returns the fragment of the address that shows it */
  make(slack: LocalSlack): Promise<string>;
}

const SCENES: readonly Scene[] = [
  { name: 'answer', make: (slack) => askInChannel(slack, 'when did Iran strike Ain al Asad?') },
  { name: 'list', make: (slack) => askDirectly(slack, 'What attacks were there in Iraq in 2020?') },
  { name: 'decline', make: (slack) => askDirectly(slack, 'When did Iran fire missiles at Camp Taji in 2020?') },
  {
    name: 'digest',
    make: async (slack) => {
      await slack.people.command(YOU, CHANNEL, '/dateline', 'preview digest');
      await slack.journal.until('posted', ({ message }) => message.ephemeralTo === YOU);
      return CHANNEL;
    },
  },
  {
    name: 'home',
    make: async (slack) => {
      await slack.people.openHome(YOU);
      await slack.journal.until('call', ({ method }) => method === 'views.publish');
      return `${DIRECT}/home`;
    },
  },
  {
    name: 'modal',
    make: async (slack) => {
      await slack.people.globalShortcut(YOU, 'suggest');
      await slack.journal.until('call', ({ method }) => method === 'views.open');
      return CHANNEL;
    },
  },
];

const DEVICES: Record<string, BrowserContextOptions> = {
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true },
};

async function askInChannel(slack: LocalSlack, question: string): Promise<string> {
  const { ts } = await slack.people.say(YOU, CHANNEL, `<@${slack.workspace.bot.userId}> ${question}`);
  await slack.journal.until('posted', ({ message }) => message.thread_ts === ts);
  return `${CHANNEL}/${ts}`;
}

async function askDirectly(slack: LocalSlack, question: string): Promise<string> {
  await slack.people.say(YOU, DIRECT, question);
  await slack.journal.until('posted', ({ message }) => message.channel === DIRECT);
  return DIRECT;
}

async function take(browser: Browser, url: string, options: BrowserContextOptions, file: string): Promise<number> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#app:not([hidden])').waitFor();
  await page.locator('article.by-app, .home .block, #modal[open]').first().waitFor();
  const devtools = await context.newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const picture = Buffer.from(data, 'base64');
  writeFileSync(file, picture);
  await context.close();
  return picture.length;
}

const executable = findChromium();
if (executable === undefined) throw new Error('No Chromium was found: set CHROMIUM_PATH to one.');
const browser = await launchChromium(executable);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
let total = 0;
for (const { name, make } of SCENES) {
  const playground = await openPlayground({ now: () => AT, clock: { ...systemClock, now: () => AT.getTime() } });
  const place = await make(playground.slack);
  for (const [device, options] of Object.entries(DEVICES)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const file = join(FOLDER, `${name}-${device}-${colorScheme}.webp`);
      total += await take(browser, `${playground.url}/#${place}`, { ...options, colorScheme }, file);
    }
  }
  await playground.stop();
}
await browser.close();
console.log(`${SCENES.length * 4} pictures, ${Math.round(total / 1024)} KB, are in ${FOLDER}.`);
