import { h, icon } from './dom.js';
import { sendTyped } from './send-typed.js';
import { shortcutMenu } from './shortcut-menu.js';
import { suggestionsFor } from './suggestions.js';

/**
 * The box in which a person writes: Enter sends, Shift and Enter begin a new line, `@` and `/` offer what there is.
 * @import { ScreenChannel } from '../../../local-slack/people/screen.ts'
 * @import { Desk } from './desk.js'
 */

/**
 * @param {Desk} desk
 * @param {ScreenChannel} channel
 * @param {string | undefined} thread
 * @returns {HTMLElement}
 */
export function drawComposer(desk, channel, thread) {
  const { bot } = desk.greeting;
  const place = channel.kind === 'im' ? bot.name : `#${channel.name}`;
  const listId = `offers-${thread ?? 'channel'}`;
  const offers = h('div', { class: 'offers', role: 'listbox', id: listId, hidden: true, 'aria-label': 'Suggestions' });
  const box = h('textarea', {
    id: thread === undefined ? 'composer' : 'thread-composer',
    rows: 1,
    'aria-label': thread === undefined ? `Message to ${place}` : 'Reply in the thread',
    placeholder: placeholderFor(channel, bot.name, thread !== undefined),
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  let chosen = 0;
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
  };
  const send = async () => {
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    grow();
    hideOffers();
    if (!(await sendTyped(desk, channel, thread, text)) && box.value === '') box.value = text;
  };
  const hideOffers = () => {
    offers.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const take = (/** @type {string} */ insert, /** @type {number} */ from) => {
    const end = box.selectionStart;
    box.setRangeText(`${insert} `, from, end, 'end');
    hideOffers();
    box.focus();
    grow();
  };
  const offer = () => {
    const { from, items } = suggestionsFor(box.value.slice(0, box.selectionStart), desk, thread === undefined);
    chosen = Math.min(chosen, Math.max(items.length - 1, 0));
    offers.hidden = items.length === 0;
    box.setAttribute('aria-expanded', String(items.length > 0));
    offers.replaceChildren(
      ...items.map(({ insert, label, note }, index) =>
        h(
          'div',
          {
            role: 'option',
            id: `${listId}-${index}`,
            'aria-selected': String(index === chosen),
            onmousedown: (event) => {
              event.preventDefault();
              take(insert, from);
            },
          },
          h('b', {}, label),
          h('span', {}, note),
        ),
      ),
    );
    if (items.length > 0) box.setAttribute('aria-activedescendant', `${listId}-${chosen}`);
    return { from, item: items[chosen], count: items.length };
  };
  box.addEventListener('input', () => {
    chosen = 0;
    grow();
    offer();
  });
  box.addEventListener('blur', hideOffers);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (!offers.hidden && ['ArrowDown', 'ArrowUp', 'Tab', 'Enter', 'Escape'].includes(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') return hideOffers();
      const { from, item, count } = offer();
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        chosen = (chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
        offer();
      } else if (item) take(item.insert, from);
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  });
  return h(
    'form',
    {
      class: 'composer',
      onsubmit: (event) => {
        event.preventDefault();
        void send();
      },
    },
    offers,
    thread === undefined && drawShortcuts(desk),
    box,
    h('button', { type: 'submit', class: 'send', 'aria-label': 'Send', title: 'Send (Enter)' }, icon('send')),
  );
}

/** The shortcuts of the app that work from anywhere. @param {Desk} desk @returns {HTMLElement | false} */
function drawShortcuts(desk) {
  const shortcuts = desk.greeting.shortcuts.filter(({ type }) => type === 'global');
  if (shortcuts.length === 0) return false;
  return shortcutMenu('Shortcuts', 'bolt', shortcuts, (shortcut) => desk.act({ do: 'globalShortcut', shortcut }));
}

/** @param {ScreenChannel} channel @param {string} bot @param {boolean} inThread @returns {string} */
function placeholderFor(channel, bot, inThread) {
  const whom = channel.kind === 'im' ? '' : `@${bot} `;
  return inThread ? `Reply, or ask ${whom}on` : `Ask ${whom}a question`;
}
