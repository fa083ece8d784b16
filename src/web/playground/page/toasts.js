import { h } from './dom.js';

/** How long a sentence stays, in milliseconds. */
const STAYS = 7000;

/**
 * Says something in passing.
 * @param {string} text
 * @param {{ label: string, act(): void }} [offer] what may be done about it
 */
export function toast(text, offer) {
  const place = /** @type {HTMLElement} */ (document.getElementById('toasts'));
  const drawn = h(
    'div',
    { class: 'toast' },
    h('span', {}, text),
    offer &&
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          onclick: () => {
            drawn.remove();
            offer.act();
          },
        },
        offer.label,
      ),
  );
  place.replaceChildren(drawn);
  setTimeout(() => drawn.remove(), STAYS);
}

/** Takes away what no longer holds. */
export function clearToasts() {
  document.getElementById('toasts')?.replaceChildren();
}

/** Says something to who does not see the page. @param {string} text */
export function announce(text) {
  const place = /** @type {HTMLElement} */ (document.getElementById('announcer'));
  place.textContent = text;
}
