import { channelOf } from './desk.js';
import { h, icon } from './dom.js';
import { switchTheme, theme } from './theme.js';
import { announce } from './toasts.js';

/**
 * The conversations, whom one acts as, and the look of the page.
 * @import { ScreenChannel } from '../../../local-slack/people/screen.ts'
 * @import { Desk } from './desk.js'
 */

/**
 * @param {Desk} desk
 * @param {ReadonlySet<string>} unread conversations in which something is new
 * @param {(user: string) => void} actAs
 * @returns {HTMLElement[]}
 */
export function drawSidebar(desk, unread, actAs) {
  const { greeting, screen } = desk;
  const current = channelOf(desk)?.id;
  const channels = screen.channels.filter(({ kind }) => kind !== 'im');
  const direct = screen.channels.filter(({ kind }) => kind === 'im');
  const entry = (/** @type {ScreenChannel} */ channel) => drawEntry(desk, channel, channel.id === current, unread);
  return [
    h('h1', { class: 'workspace' }, greeting.workspace),
    h('h2', {}, 'Channels'),
    h('ul', {}, ...channels.map(entry)),
    h('h2', {}, 'Direct messages'),
    h('ul', {}, ...direct.map(entry)),
    h('div', { class: 'sidebar-foot' }, drawActAs(desk, actAs), drawThemeButton()),
  ];
}

/** @param {Desk} desk @param {ScreenChannel} channel @param {boolean} current @param {ReadonlySet<string>} unread */
function drawEntry(desk, channel, current, unread) {
  const { bot } = desk.greeting;
  const isNew = unread.has(channel.id) && !current;
  const sign =
    channel.kind === 'im'
      ? h('span', { class: 'avatar avatar-app avatar-small', 'aria-hidden': 'true' })
      : channel.kind === 'group'
        ? icon('lock')
        : h('span', { class: 'sign', 'aria-hidden': 'true' }, '#');
  const name = channel.kind === 'im' ? bot.name : channel.name;
  return h(
    'li',
    {},
    h(
      'a',
      {
        href: `#${channel.id}`,
        class: `entry${isNew ? ' unread' : ''}`,
        'aria-current': current ? 'page' : undefined,
        'data-channel': channel.id,
      },
      sign,
      h('span', { class: 'entry-name' }, name),
      channel.kind === 'im' && h('span', { class: 'app-badge' }, 'APP'),
      isNew && h('span', { class: 'unseen' }, ' (new)'),
    ),
  );
}

/** @param {Desk} desk @param {(user: string) => void} actAs */
function drawActAs(desk, actAs) {
  const select = h(
    'select',
    { id: 'act-as', class: 'select', onchange: () => actAs(select.value) },
    ...desk.greeting.people.map(({ id, realName }) =>
      h(
        'option',
        { value: id, selected: id === desk.user },
        id === desk.greeting.newcomer ? `${realName} (you)` : realName,
      ),
    ),
  );
  return h('label', { class: 'act-as' }, h('span', {}, 'Acting as'), select);
}

const LABELS = /** @type {Record<string, string>} */ ({ auto: 'as the system', light: 'light', dark: 'dark' });

function drawThemeButton() {
  const words = () => `Look: ${LABELS[theme()]}`;
  const label = h('span', {}, words());
  return h(
    'button',
    {
      type: 'button',
      class: 'theme-button',
      onclick: () => {
        switchTheme();
        label.textContent = words();
        announce(words());
      },
    },
    icon('theme'),
    label,
  );
}
