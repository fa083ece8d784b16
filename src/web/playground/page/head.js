import { placeName } from './desk.js';
import { append, h, icon } from './dom.js';

/**
 * @import { ScreenChannel } from '../../../local-slack/people/screen.ts'
 * @import { Desk } from './desk.js'
 */

/**
 * The head of the conversation in front: its name, the tabs of the app, and what may stand beside it.
 * @param {Desk} desk @param {ScreenChannel} channel
 * @param {{ toggleSidebar(): void, toggleAside(which: 'try' | 'traffic'): void }} acts
 * @returns {HTMLElement}
 */
export function drawHead(desk, channel, { toggleSidebar, toggleAside }) {
  const direct = channel.kind === 'im';
  const aside = (/** @type {'try' | 'traffic'} */ which, /** @type {string} */ label) =>
    h(
      'button',
      {
        type: 'button',
        class: 'head-button',
        'data-aside': which,
        onclick: () => toggleAside(which),
      },
      icon(which === 'try' ? 'bulb' : 'traffic'),
      h('span', {}, label),
    );
  const tab = (/** @type {'messages' | 'home'} */ which, /** @type {string} */ label) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        'data-tab': which,
        'aria-selected': String(desk.tab === which),
        onclick: () => desk.go({ channel: channel.id, tab: which }),
      },
      label,
    );
  const head = h('header', { class: 'main-head' });
  append(head, [
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button menu-button',
        'aria-label': 'Conversations',
        onclick: toggleSidebar,
      },
      icon('menu'),
    ),
    h('h2', {}, placeName(desk, channel)),
    direct &&
      desk.greeting.homeTab &&
      h('div', { role: 'tablist', class: 'tabs' }, tab('home', 'Home'), tab('messages', 'Messages')),
    h('div', { class: 'head-end' }, aside('try', 'Try'), aside('traffic', 'Traffic')),
  ]);
  return head;
}
