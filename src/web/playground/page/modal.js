import { drawBlocks, showErrors } from './blocks.js';
import { surfaceAt } from './desk.js';
import { h, icon } from './dom.js';
import { wordsOf } from './surface.js';
import { drawText } from './text.js';

/**
 * The modal in front, in the browser's own dialog: it holds the focus, and Escape closes it.
 * @import { Json } from '../../../local-slack/json.ts'
 * @import { Choice } from '../../../local-slack/people/choices.ts'
 * @import { InputState } from '../../../local-slack/state/input-state.ts'
 * @import { View } from '../../../local-slack/state/view.ts'
 * @import { Desk } from './desk.js'
 */

export class Modal {
  #dialog;
  /** How to read what was filled in. @type {Map<string, () => Choice>} */
  #entries = new Map();
  #drawn = '';
  #view = '';
  /** @type {Desk | undefined} */ #desk;

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.#dialog = dialog;
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      void this.#desk?.act({ do: 'closeModal' });
    });
  }

  /** @param {Desk} desk */
  update(desk) {
    this.#desk = desk;
    const front = desk.screen.modals.at(-1);
    if (!front) {
      this.#drawn = this.#view = '';
      if (this.#dialog.open) this.#dialog.close();
      return;
    }
    const { view, errors } = front;
    const mark = `${view.id} ${view.hash}`;
    if (mark !== this.#drawn) {
      const typed = this.#view === view.id ? this.#typed(view) : view.state.values;
      this.#drawn = mark;
      this.#view = view.id;
      this.#draw(desk, view, typed);
    }
    showErrors(this.#dialog, errors);
    if (!this.#dialog.open) {
      this.#dialog.showModal();
      this.#focusFirst();
    }
    if (Object.keys(errors).length > 0) {
      const wrong = this.#dialog.querySelector('.wrong :is(input, textarea, select)');
      if (wrong instanceof HTMLElement && !this.#dialog.querySelector('.wrong :focus')) wrong.focus();
    }
  }

  /** The browser would begin at the button that closes. */
  #focusFirst() {
    const first = this.#dialog.querySelector(
      '[autofocus], .modal-body :is(input:not([type=radio]), :checked, textarea, select), footer button:last-child',
    );
    if (first instanceof HTMLElement) first.focus();
  }

  /** What was filled in before the app changed its view stays filled in, in fields that stay. @param {View} view @returns {InputState} */
  #typed(view) {
    const values = structuredClone(view.state.values);
    for (const actions of Object.values(values)) {
      for (const [action, value] of Object.entries(actions)) {
        const read = this.#entries.get(action)?.();
        const slot = Object.keys(value).find((field) => field !== 'type');
        if (slot === 'value' && typeof read === 'string') value.value = read;
      }
    }
    return values;
  }

  /** @param {Desk} desk @param {View} view @param {InputState} values */
  #draw(desk, view, values) {
    this.#entries = new Map();
    const surface = surfaceAt(desk, 'modal', { values, entries: this.#entries });
    const close = () => desk.act({ do: 'closeModal' });
    const submit = () => {
      const answers = Object.fromEntries([...this.#entries].map(([action, read]) => [action, read()]));
      return desk.act({ do: 'submit', answers });
    };
    const form = h(
      'form',
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          void submit();
        },
      },
      h(
        'header',
        {},
        h('span', { class: 'avatar avatar-app avatar-small', 'aria-hidden': 'true' }),
        h('h2', { id: 'modal-title' }, wordsOf(view.title)),
        h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: close }, icon('close')),
      ),
      h('div', { class: 'modal-body blocks' }, ...drawBlocks(view.blocks, surface)),
      h(
        'footer',
        {},
        h('button', { type: 'button', class: 'button', onclick: close }, wordsOf(view.close) || 'Cancel'),
        view.submit !== null && h('button', { type: 'submit', class: 'button button-primary' }, wordsOf(view.submit)),
      ),
    );
    this.#dialog.setAttribute('aria-labelledby', 'modal-title');
    this.#dialog.replaceChildren(form);
  }
}

/**
 * Asks what a `confirm` object asks.
 * @param {HTMLDialogElement} dialog @param {Json} confirm @param {Desk} desk
 * @returns {Promise<boolean>}
 */
export function askToConfirm(dialog, confirm, desk) {
  const { names } = surfaceAt(desk, 'modal');
  const style = confirm.style === 'danger' ? 'button-danger' : 'button-primary';
  const text = /** @type {{ type: string, text: string }} */ (confirm.text);
  dialog.replaceChildren(
    h(
      'form',
      { method: 'dialog' },
      h('header', {}, h('h2', { id: 'confirm-title' }, wordsOf(confirm.title))),
      h('div', { class: 'modal-body' }, drawText(text, names)),
      h(
        'footer',
        {},
        h('button', { class: 'button', value: 'no' }, wordsOf(confirm.deny) || 'Cancel'),
        h('button', { class: `button ${style}`, value: 'yes' }, wordsOf(confirm.confirm) || 'OK'),
      ),
    ),
  );
  dialog.setAttribute('aria-labelledby', 'confirm-title');
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
