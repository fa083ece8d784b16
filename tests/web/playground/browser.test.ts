import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChromium, launchChromium, type WatchedPage, watchedPage } from '../../support/browser.ts';
import { type OpenPlayground, openPlayground } from '../../support/open-playground.ts';

const executable = findChromium();
const NONE = 'No Chromium was found: set CHROMIUM_PATH to one, or install the package chromium.';
if (executable === undefined) {
  if (process.env.DATELINE_TESTS_NEED_CHROMIUM) throw new Error(NONE);
  console.warn(`${NONE} The tests in a browser are skipped.`);
}

const QUESTION = 'when did Iran strike Ain al Asad?';
const DATE = '8 January 2020';

describe.skipIf(executable === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(executable!);
  });
  afterAll(() => browser?.close());

  let watched: WatchedPage;
  let page: Page;

  /** Nothing was called but this machine, and nothing went wrong. */
  function expectQuiet() {
    expect(watched.requests.length).toBeGreaterThan(0);
    expect(watched.requests.filter((url) => !/^http:\/\/127\.0\.0\.1:\d+\//.test(url))).toEqual([]);
    expect(watched.errors).toEqual([]);
  }

  /** Writes into the box of the conversation in front, and sends it. */
  async function write(text: string) {
    await page.locator('#composer').fill(text);
    await page.keyboard.press('Enter');
  }

  const answers = (place: string): Locator => page.locator(`${place} article.by-app`);

  describe('what npm start opens', () => {
    test('answers within 30 seconds of the command, and stops on SIGINT', { timeout: 120_000 }, async () => {
      watched = await watchedPage(browser);
      page = watched.page;
      const limit = AbortSignal.timeout(30_000);
      const { PATH = '' } = process.env;
      const command = spawn(process.execPath, [join(import.meta.dirname, '../../../bin/start.js')], {
        env: { PATH, PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const lines: string[] = [];
        const output = createInterface({ input: command.stdout });
        output.on('line', (line) => lines.push(line));
        await once(output, 'line', { signal: limit });
        const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(lines[0] ?? '') ?? [];
        await page.goto(url);
        await write(`@Dateline ${QUESTION}`);
        await answers('#panel').getByText(DATE).first().waitFor();
        expect(limit.aborted).toBe(false);
        command.kill('SIGINT');
        expect(await once(command, 'exit')).toEqual([0, null]);
        expect(lines).toHaveLength(1);
        await page.getByText('The playground has stopped').waitFor();
        expect(watched.requests.every((asked) => asked.startsWith(url))).toBe(true);
      } finally {
        command.kill('SIGKILL');
        await page.context().close();
      }
    });
  });

  describe('a newcomer', () => {
    let playground: OpenPlayground;
    beforeEach(async () => {
      playground = await openPlayground();
      watched = await watchedPage(browser);
      page = watched.page;
      await page.goto(playground.url);
      await page.locator('.welcome').first().waitFor();
    });
    afterEach(async () => {
      await page.context().close();
      await playground.stop();
      expectQuiet();
      expect(playground.slack.journal.all('undelivered')).toEqual([]);
      expect(playground.slack.journal.all('refused')).toEqual([]);
      expect(playground.logged.filter(({ level }) => level === 'error')).toEqual([]);
    });

    test('asks in a channel, is answered in a thread that opens by itself, and asks on', async () => {
      await write(`@Dateline ${QUESTION}`);
      await answers('#panel').getByText(DATE).first().waitFor();
      const source = answers('#panel').locator('a[target=_blank]').first();
      expect(await source.getAttribute('rel')).toContain('noopener');
      expect(await source.getAttribute('href')).toMatch(/^https?:\/\//);
      await page.locator('#thread-composer').fill('@Dateline how many were wounded in it?');
      await page.keyboard.press('Enter');
      await answers('#panel').nth(1).getByText('wounded').first().waitFor();
      await page.locator('#main').getByText('3 replies').waitFor();
    });

    test('finds all as it was after a reload', async () => {
      await write(`@Dateline ${QUESTION}`);
      await answers('#panel').first().waitFor();
      await page.reload();
      await answers('#panel').getByText(DATE).first().waitFor();
      await page.locator('#main').getByText(QUESTION).waitFor();
    });

    test('presses every button of an answer', async () => {
      await page.addLocatorHandler(page.locator('#modal[open]'), async () => {
        await page.keyboard.press('Escape');
      });
      await page.locator('[data-channel=D0DANA]').click();
      await page.getByRole('tab', { name: 'Messages' }).click();
      await write(QUESTION);
      await answers('#main').first().waitFor();
      const pressed = new Set<string>();
      const { journal } = playground.slack;
      for (;;) {
        const buttons = await answers('#main').first().locator('button[data-action]').all();
        const names = await Promise.all(
          buttons.map(
            async (button) =>
              `${await button.getAttribute('data-action')} ${await button.getAttribute('data-feedback')}`,
          ),
        );
        const index = names.findIndex((name) => !pressed.has(name));
        if (index < 0) break;
        pressed.add(names[index]!);
        await buttons[index]!.click();
        await journal.until('acknowledged', ({ type }) => type === 'interactive', pressed.size);
      }
      expect(journal.all('acknowledged').every(({ status }) => status === 200)).toBe(true);
      expect(pressed.size).toBeGreaterThan(0);
    });

    test('asks in a direct message, and looks at the Home tab', async () => {
      await page.locator('[data-channel=D0DANA]').click();
      await page.getByRole('tab', { name: 'Messages' }).click();
      await write('What happened on 12 March 2020?');
      await answers('#main').first().waitFor();
      await page.getByRole('tab', { name: 'Home' }).click();
      await page.locator('.home .block').first().waitFor();
      await page.locator('.home').getByText('30 April 2026').first().waitFor();
      await page.reload();
      await page.locator('.home .block').first().waitFor();
    });

    test('uses the command, whose answer nobody else sees, and shares it', async () => {
      await page.locator('#composer').pressSequentially('/da');
      await page.getByRole('option', { name: '/dateline' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('#composer').pressSequentially('when was Tower 22 hit?');
      await page.keyboard.press('Enter');
      const answer = answers('#main').filter({ hasText: 'Only visible to you' });
      await answer.getByText('28 January 2024').first().waitFor();
      const others = playground.slack.people.screen('U0SAM').channels.find(({ id }) => id === 'C0NEWSROOM');
      expect(others?.messages).toEqual([]);
      await answer.getByRole('button', { name: /Share/ }).first().click();
      await answers('#main').filter({ hasText: 'Dana Reyes' }).first().waitFor();
    });

    test('is told what to do in a channel that Dateline is not in', async () => {
      await page.locator('[data-channel=C0LUNCH]').click();
      await page.getByText('Soup or sandwiches?').waitFor();
      await write('@Dateline are you there?');
      await page.locator('#toasts').getByRole('button', { name: 'Invite Dateline' }).click();
      await page.getByText('has joined the channel').waitFor();
      await write(`@Dateline ${QUESTION}`);
      await answers('#panel').getByText(DATE).first().waitFor();
    });

    test('is told to mention Dateline, and can do so with one press', async () => {
      await write(QUESTION);
      await page.locator('#toasts').getByRole('button', { name: 'Ask @Dateline' }).click();
      await answers('#panel').getByText(DATE).first().waitFor();
    });

    test('lets it answer without a mention, as an administrator may', async () => {
      await write('/dateline settings');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/Answer those that the record answers/).check();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await write(QUESTION);
      await answers('#panel').getByText(DATE).first().waitFor();
    });

    test('checks what a colleague wrote', async () => {
      await page.locator('[data-channel=C0COPYDESK]').click();
      const draft = page.locator('article', { hasText: 'From the draft' }).first();
      await draft.hover();
      await draft.getByLabel('More actions').click();
      await draft.getByRole('menuitem', { name: /Check/ }).click();
      await answers('#main').filter({ hasText: 'Only visible to you' }).getByText(DATE).first().waitFor();
    });

    test('files a correction, which an editor accepts as a file', async () => {
      await page.getByLabel('Shortcuts').click();
      await page.getByRole('menuitem', { name: /Suggest/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Send' }).click();
      await dialog.getByText('Please complete this required field.').first().waitFor();
      await dialog.getByLabel('An event is missing').check();
      await dialog.locator('textarea').fill('Two rockets fell near the base. Nobody was hurt.');
      await dialog.getByLabel(/Date/).fill('12 January 2020');
      await dialog.getByLabel(/Source/).fill('javascript:alert(1)');
      await dialog.getByRole('button', { name: 'Send' }).click();
      await dialog.locator('.wrong').waitFor();
      expect(await dialog.locator('textarea').inputValue()).toContain('Two rockets');
      await dialog.getByLabel(/Source/).fill('https://news.example/rockets');
      await dialog.getByRole('button', { name: 'Send' }).click();
      await dialog.getByText('Thank you').waitFor();
      await dialog.locator('footer').getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByLabel('Acting as').selectOption('U0SAM');
      await page.locator('[data-channel=C0EDITORS]').click();
      const proposal = answers('#main').filter({ hasText: 'Two rockets fell' }).first();
      await proposal.getByRole('button', { name: 'Accept' }).click();
      await proposal
        .getByText(/Accepted/)
        .first()
        .waitFor();
      await proposal.getByText('1 reply').click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#panel a.file').click()]);
      expect(download.suggestedFilename()).toMatch(/\.yaml$/);
    });

    test('orders a digest by the form, is told beside the input what is wrong, and snoozes and ends it', async () => {
      await write('/dateline subscriptions');
      await answers('#main').first().getByRole('button', { name: 'New digest' }).click();
      const dialog = page.getByRole('dialog', { name: 'New digest' });
      await dialog.getByLabel('Where?').selectOption({ label: '#newsroom' });
      await dialog.getByLabel('On which days?').selectOption({ label: 'Mondays' });
      await dialog.getByLabel('At what time?').fill('07:15');
      await dialog.getByLabel('In which time zone?').fill('Europe/Londn');
      await dialog.getByLabel(/Also when there is nothing/).check();
      await dialog.getByRole('button', { name: 'Set up' }).click();
      await dialog.locator('.wrong').getByText('There is no time zone').waitFor();
      await dialog.getByLabel('In which time zone?').fill('Europe/London');
      await dialog.getByRole('button', { name: 'Set up' }).click();
      const done = page.getByRole('dialog', { name: 'Set up' });
      await done.getByText('each Monday at 07:15 (Europe/London)').waitFor();
      await done.locator('footer').getByRole('button', { name: 'Close' }).click();
      await answers('#main').getByText('A preview of what would be posted here today').waitFor();
      await write('/dateline subscriptions');
      const list = answers('#main').filter({ hasText: '1 digest in this channel' });
      const later = Temporal.Now.plainDateISO('UTC').add({ days: 40 });
      await list.locator('input[type=date]').fill(later.toString());
      await list.getByText('Snoozed until').first().waitFor();
      await list.getByRole('button', { name: 'Unsubscribe' }).click();
      await page.getByRole('dialog', { name: 'Unsubscribe?' }).getByRole('button', { name: 'Unsubscribe' }).click();
      await answers('#main').getByText('Ended: On this day').waitFor();
    });

    test('sees the traffic, without secrets', async () => {
      // The answer first: its thread opens by itself, in the place where the traffic is to stand.
      await write(`@Dateline ${QUESTION}`);
      await answers('#panel').first().waitFor();
      await page.getByRole('button', { name: 'Traffic' }).click();
      const post = page.locator('#panel li', { hasText: 'chat.postMessage' });
      await post.locator('summary').click();
      await post.getByText('dateline_answer').waitFor();
      expect(await page.locator('#panel').textContent()).not.toMatch(/xoxb-|xapp-/);
    });
  });

  describe('the page itself', () => {
    let playground: OpenPlayground;
    beforeAll(async () => {
      playground = await openPlayground();
    });
    afterAll(() => playground.stop());
    const open = async (options = {}) => {
      watched = await watchedPage(browser, options);
      page = watched.page;
      await page.goto(playground.url);
      await page.locator('.welcome').first().waitFor();
    };
    afterEach(async () => {
      await page.context().close();
      expectQuiet();
    });

    test('works with the keyboard alone', async () => {
      await open();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('composer');
      await page.keyboard.type('one');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('two');
      expect(await page.locator('#composer').inputValue()).toBe('one\ntwo');
      await page.keyboard.press('Enter');
      const written = page.locator('article', { hasText: 'two' });
      await written.waitFor();
      await written.getByRole('button', { name: 'Reply in thread' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('#thread-composer').waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('thread-composer');
      await page.keyboard.press('Escape');
      await page.locator('#thread-composer').waitFor({ state: 'detached' });
      await page.locator('#composer').focus();
      await page.keyboard.type('@sa');
      await page.keyboard.press('Tab');
      expect(await page.locator('#composer').inputValue()).toBe('@Sam Okafor ');
    });

    test('a modal is a dialog that keeps the focus and that Escape closes', async () => {
      await open();
      await page.getByLabel('Shortcuts').click();
      await page.getByRole('menuitem', { name: /Suggest/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Suggest' });
      await dialog.waitFor();
      for (let press = 0; press < 15; press++) await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.closest("aside, main, nav")')).toBeNull();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(playground.slack.people.screen('U0DANA').modals).toEqual([]);
    });

    test('says to who does not see it what Dateline has answered', async () => {
      await open();
      await write(`@Dateline ${QUESTION}`);
      await page.locator('[aria-live=polite]', { hasText: `Dateline: ${DATE}` }).waitFor({ state: 'attached' });
    });

    test('fits a phone: nothing is wider than it, and the conversations lie behind a button', async () => {
      await open({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
      const wide = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(await wide()).toBe(0);
      expect(await page.locator('[data-channel=D0DANA]').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Conversations' }).tap();
      await page.locator('[data-channel=D0DANA]').tap();
      await page.locator('[data-channel=D0DANA]').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Traffic' }).tap();
      await page.getByRole('button', { name: 'Close: Traffic' }).tap();
      await page.getByRole('tab', { name: 'Messages' }).tap();
      await write(QUESTION);
      await answers('#main').getByText(DATE).first().waitFor();
      expect(await wide()).toBe(0);
    });

    test('is light or dark as the system has it, or as somebody chose, also after a reload', async () => {
      await open({ colorScheme: 'dark' });
      const ground = () => page.evaluate('getComputedStyle(document.querySelector(".main")).backgroundColor');
      const dark = await ground();
      await page.getByRole('button', { name: /Look:/ }).click();
      const light = await ground();
      expect(light).not.toBe(dark);
      await page.reload();
      await page.locator('.welcome').first().waitFor();
      expect(await ground()).toBe(light);
    });

    test('no text becomes an element that is not allowed, or a link that is not http(s)', async () => {
      await open();
      const texts = [...hostileTexts()];
      const found = await page.evaluate(`(${DRAWN_BADLY})(${JSON.stringify(texts)})`);
      expect(found).toEqual([]);
      await write('<img src=x onerror=alert(1)> <script>alert(1)</script> [x](javascript:alert(1))');
      await page.getByText('<img src=x onerror=alert(1)> <script>').waitFor();
      expect(await page.locator('.messages img, .messages script').count()).toBe(0);
    });
  });
});

/** Texts made of what has a meaning in markup, in every order of three. */
function* hostileTexts(): Generator<string> {
  const pieces = [
    ...['<', '>', '&lt;', '|', '*', '_', '`', '```', '\n', '<javascript:alert(1)|x>', '<https://a.example|', '"', ' '],
    ...[
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<@U0A>',
      '<#C0A|<b>>',
      'https://a.example/"onclick=',
      ':x:',
    ],
    ...[
      '<data:text/html,a|b>',
      '<https://a.example/\u0000|y>',
      '<JaVaScRiPt:alert(1)>',
      '<//a.example|z>',
      '<http:|w>',
    ],
  ];
  for (const a of pieces) for (const b of pieces) for (const c of pieces) yield `${a}${b}${c}`;
}

/** Runs in the page, so it is the text of a function: which of some texts are drawn as what they must not become. */
const DRAWN_BADLY = `async (texts) => {
  const { drawMrkdwn, drawText } = await import('/text.js');
  const names = { person: (id) => '<img src=x> ' + id, channel: (id) => '<b> ' + id };
  const allowed = ['P', 'BR', 'B', 'I', 'S', 'A', 'SPAN', 'CODE', 'PRE', 'BLOCKQUOTE'];
  const attributes = ['class', 'href', 'rel', 'target'];
  const isBad = (element) =>
    !allowed.includes(element.tagName) ||
    element.getAttributeNames().some((name) => !attributes.includes(name)) ||
    !/^https?:/.test(element.getAttribute('href') ?? 'https:') ||
    (element.tagName === 'A' && element.getAttribute('rel') !== 'noopener noreferrer');
  return texts.filter((text) =>
    [drawMrkdwn(text, names, { addresses: true }), drawText({ type: 'plain_text', text }, names)]
      .flatMap((fragment) => [...fragment.querySelectorAll('*')])
      .some(isBad),
  );
}`;
