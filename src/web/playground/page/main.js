import { drawPanelHead, drawTry, TrafficList } from './aside.js';
import { Conversation } from './conversation.js';
import { channelOf, directOf, placeName, tell } from './desk.js';
import { h } from './dom.js';
import { drawHead } from './head.js';
import { renderHome } from './home-tab.js';
import { askToConfirm, Modal } from './modal.js';
import { readPlace, writePlace } from './place.js';
import { follow } from './server.js';
import { drawSidebar } from './sidebar.js';
import { restoreTheme } from './theme.js';
import { announce, clearToasts, toast } from './toasts.js';
import { Unread } from './unread.js';
import { drawWelcome } from './welcome.js';

/**
 * The page: it follows what a person sees, and draws it anew whenever it changes.
 * @import { Greeting } from '../protocol.ts'
 * @import { Screen, ScreenChannel } from '../../../local-slack/people/screen.ts'
 * @import { Desk } from './desk.js'
 */

/** @param {string} id @returns {HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const [app, sidebar, main, panel] = ['app', 'sidebar', 'main', 'panel'].map(byId);
const confirmDialog = /** @type {HTMLDialogElement} */ (byId('confirm'));
const modal = new Modal(/** @type {HTMLDialogElement} */ (byId('modal')));
const trafficList = new TrafficList();
const unread = new Unread();
const wide = matchMedia('(min-width: 1000px)');

/** @type {Greeting | undefined} */
let greeting;
/** @type {Screen | undefined} */
let screen;
/** @type {Conversation | undefined} */
let conversation;
/** @type {Conversation | undefined} */
let threadView;
/** @type {() => void} */
let unfollow = () => {};
let lost = false;

/** What changes least is kept here; `greeting` and `screen` come from the server. @type {Desk} */
const desk = {
  get greeting() {
    return /** @type {Greeting} */ (greeting);
  },
  get screen() {
    return /** @type {Screen} */ (screen);
  },
  user: sessionStorage.getItem('user') ?? 'U0DANA',
  ...readPlace(),
  aside: wide.matches ? 'try' : undefined,
  traffic: [],
  awaited: new Set(),
  render,
  go(to) {
    Object.assign(desk, { thread: undefined, tab: 'messages' }, to);
    if (to.thread !== undefined && !wide.matches) desk.aside = undefined;
    app?.classList.remove('sidebar-open');
    writePlace(desk);
    render();
    if (to.thread !== undefined) threadView?.focus();
    else if (to.channel !== undefined) visit();
  },
  async act(act) {
    const { user } = desk;
    const awaits = act.do === 'say' && act.thread === undefined;
    const result = await tell({ ...act, user });
    if (awaits && result?.ts !== undefined) {
      desk.awaited.add(result.ts);
      render();
    }
    return result;
  },
  confirm: (confirm) => askToConfirm(confirmDialog, confirm, desk),
};

/** Slack tells the app when somebody opens its page. */
function visit() {
  const direct = directOf(desk)?.id;
  if (desk.channel !== direct) return;
  void desk.act({ do: desk.tab === 'home' ? 'openHome' : 'openMessages' });
}

function render() {
  if (!greeting || !screen || !sidebar || !main || !panel || !app) return;
  const channel = channelOf(desk);
  if (!channel) return;
  desk.channel = channel.id;
  openAnswered(channel);
  unread.see(screen, channel.id, desk.tab === 'messages' && document.visibilityState === 'visible');
  renderSidebar(sidebar);
  renderMain(channel, main);
  renderPanel(channel, panel, app);
  modal.update(desk);
  document.title = `${placeName(desk, channel)} · Dateline playground`;
}

/** @param {HTMLElement} place */
function renderSidebar(place) {
  const { channel, user } = desk;
  const key = JSON.stringify([
    user,
    channel,
    desk.screen.channels.map(({ id, name }) => [id, name]),
    [...unread.channels],
  ]);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.replaceChildren(...drawSidebar(desk, unread.channels, actAs));
}

/** The thread in which a question of this page is answered opens by itself. @param {ScreenChannel} channel */
function openAnswered(channel) {
  if (desk.thread !== undefined) return;
  const answered = channel.messages.find(
    ({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts !== undefined && desk.awaited.has(thread_ts),
  );
  if (answered?.thread_ts === undefined) return;
  desk.awaited.delete(answered.thread_ts);
  clearToasts();
  desk.thread = answered.thread_ts;
  writePlace(desk);
}

/** @param {ScreenChannel} channel @param {HTMLElement} place */
function renderMain(channel, place) {
  const direct = channel.kind === 'im';
  const home = direct && desk.tab === 'home';
  const key = `${desk.user} ${channel.id} ${channel.members.includes(desk.greeting.bot.userId)} ${home}`;
  if (place.dataset.key !== key) {
    place.dataset.key = key;
    conversation = home ? undefined : new Conversation(desk, channel, undefined, drawWelcome(desk, channel));
    place.replaceChildren(
      drawHead(desk, channel, { toggleSidebar, toggleAside }),
      conversation?.element ?? h('div', { class: 'home' }),
    );
  }
  if (conversation) conversation.update(desk, channel);
  else renderHome(desk, /** @type {HTMLElement} */ (place.querySelector('.home')));
  place.querySelector('[data-tab=messages]')?.classList.toggle('unread', home && unread.channels.has(channel.id));
  for (const button of place.querySelectorAll('[data-aside]')) {
    button.setAttribute(
      'aria-pressed',
      String(desk.thread === undefined && button.getAttribute('data-aside') === desk.aside),
    );
  }
}

function toggleSidebar() {
  app?.classList.toggle('sidebar-open');
  sidebar?.querySelector('a')?.focus();
}

/** @param {'try' | 'traffic'} which */
function toggleAside(which) {
  const open = desk.aside === which && desk.thread === undefined;
  desk.aside = open ? undefined : which;
  desk.thread = undefined;
  writePlace(desk);
  render();
}

/** @param {ScreenChannel} channel @param {HTMLElement} place @param {HTMLElement} frame */
function renderPanel(channel, place, frame) {
  const { thread } = desk;
  const root = channel.messages.find(({ ts }) => ts === thread);
  if (thread !== undefined && !root) desk.thread = undefined;
  const shown = root ? 'thread' : desk.aside;
  frame.classList.toggle('panel-open', shown !== undefined);
  const key = `${desk.user} ${shown} ${root ? `${channel.id} ${thread}` : ''}`;
  if (place.dataset.key !== key) {
    place.dataset.key = key;
    place.replaceChildren(...drawPanel(channel, shown));
  }
  if (root) threadView?.update(desk, channel);
  if (shown === 'traffic') trafficList.update(desk.traffic);
}

/** @param {ScreenChannel} channel @param {'thread' | 'try' | 'traffic' | undefined} shown @returns {HTMLElement[]} */
function drawPanel(channel, shown) {
  const close = () => {
    if (desk.thread !== undefined) desk.thread = undefined;
    else desk.aside = undefined;
    writePlace(desk);
    render();
    conversation?.focus();
  };
  threadView = shown === 'thread' ? new Conversation(desk, channel, desk.thread) : undefined;
  panel?.setAttribute('aria-label', { thread: 'Thread', try: 'Try this', traffic: 'Traffic' }[shown ?? 'try']);
  if (threadView) return [drawPanelHead('Thread', close), threadView.element];
  if (shown === 'try') return [drawPanelHead('Try this', close), drawTry(desk)];
  if (shown === 'traffic') return [drawPanelHead('Traffic', close), trafficList.element];
  return [];
}

/** @param {string} user */
function actAs(user) {
  desk.user = user;
  sessionStorage.setItem('user', user);
  desk.thread = undefined;
  begin();
}

function begin() {
  unfollow();
  let first = true;
  unfollow = follow(desk.user, {
    greeting: (told) => {
      greeting = told;
      desk.traffic = [];
    },
    screen: (told) => {
      const before = screen;
      screen = told;
      byId('waiting').hidden = true;
      byId('app').hidden = false;
      if (!first) tellOfAnswers(before, told);
      render();
      if (first) visit();
      first = false;
    },
    traffic: (line) => {
      desk.traffic = [...desk.traffic, line].slice(-300);
      if (desk.aside === 'traffic') render();
    },
    connected: (yes) => {
      if (!yes && !lost) toast('The playground has stopped. Start it again with npm start; this page waits for it.');
      lost = !yes;
    },
  });
}

/** Says to who does not see the page what the app has written. @param {Screen | undefined} before @param {Screen} now */
function tellOfAnswers(before, now) {
  if (before?.user !== now.user) return;
  const known = new Set(before.channels.flatMap(({ messages }) => messages.map(({ ts }) => ts)));
  const fresh = now.channels.flatMap(({ messages }) =>
    messages.filter(({ ts, bot_id }) => bot_id !== undefined && !known.has(ts)),
  );
  const text = fresh.at(-1)?.text;
  if (text !== undefined) announce(`${desk.greeting.bot.name}: ${text}`);
}

restoreTheme();
addEventListener('hashchange', () => {
  const place = readPlace();
  const moved = place.channel !== desk.channel || place.tab !== desk.tab;
  Object.assign(desk, place);
  app?.classList.remove('sidebar-open');
  render();
  if (moved) visit();
});
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const menu = document.querySelector('details.overflow[open]');
  if (menu) menu.removeAttribute('open');
  else if (app?.classList.contains('sidebar-open')) app.classList.remove('sidebar-open');
  else if (desk.thread !== undefined || (desk.aside !== undefined && !wide.matches)) {
    /** @type {HTMLElement | null} */ (document.querySelector('.panel-close'))?.click();
  }
});
addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll('details.overflow[open]')) {
    if (!(target instanceof Node && menu.contains(target))) menu.removeAttribute('open');
  }
  if (target === app && app?.classList.contains('sidebar-open')) app.classList.remove('sidebar-open');
});
begin();
