import { h, icon } from './dom.js';

/**
 * A menu of the app's shortcuts, behind one button.
 * @param {string} title what the button is for
 * @param {Parameters<typeof icon>[0]} sign the button's icon
 * @param {readonly { callbackId: string, name: string }[]} shortcuts
 * @param {(callbackId: string) => unknown} use called with the shortcut that was chosen
 * @returns {HTMLDetailsElement}
 */
export function shortcutMenu(title, sign, shortcuts, use) {
  const menu = h(
    'details',
    { class: 'overflow' },
    h('summary', { class: 'icon-button', title, 'aria-label': title }, icon(sign)),
    h(
      'div',
      { class: 'menu', role: 'menu' },
      ...shortcuts.map(({ callbackId, name }) =>
        h(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            onclick: () => {
              menu.open = false;
              return use(callbackId);
            },
          },
          icon('bolt'),
          name,
        ),
      ),
    ),
  );
  return menu;
}
