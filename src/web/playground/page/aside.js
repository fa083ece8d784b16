import { directOf } from './desk.js';
import { h, icon, reconcile } from './dom.js';
import { clock } from './message.js';
import { sendTyped } from './send-typed.js';

/**
 * What stands beside a conversation where no thread is open: what to try, and the traffic.
 * @import { TrafficLine } from '../protocol.ts'
 * @import { Desk } from './desk.js'
 */

/** @param {string} title @param {() => void} close @param {HTMLElement} [more] @returns {HTMLElement} */
export function drawPanelHead(title, close, more) {
  return h(
    'header',
    { class: 'panel-head' },
    h('h2', {}, title),
    more ?? false,
    h(
      'button',
      { type: 'button', class: 'icon-button panel-close', 'aria-label': `Close: ${title}`, onclick: close },
      icon('close'),
    ),
  );
}

/** What a newcomer may try, one press each. @param {Desk} desk @returns {HTMLElement} */
export function drawTry(desk) {
  const { greeting } = desk;
  const { bot, examples, commands, homeTab, firstChannel } = greeting;
  const [first = '', second = '', third = ''] = examples;
  const command = commands[0]?.command ?? '';
  const ask = (/** @type {string} */ channel, /** @type {string} */ text) => {
    const found = desk.screen.channels.find(({ id }) => id === channel);
    desk.go({ channel, tab: 'messages' });
    if (found) void sendTyped(desk, found, undefined, text);
  };
  const direct = directOf(desk)?.id ?? '';
  const step = (/** @type {string} */ what, /** @type {string} */ label, /** @type {() => void} */ act) =>
    h('li', {}, h('p', {}, what), h('button', { type: 'button', class: 'chip', onclick: act }, label));
  return h(
    'div',
    { class: 'panel-body try' },
    h(
      'p',
      {},
      `This is a small Slack on your own computer. ${bot.name} is in it as it would be in yours. Nothing leaves this computer, and all is forgotten when you stop it.`,
    ),
    h(
      'ol',
      {},
      step('Ask in a channel. The answer comes in a thread.', `@${bot.name} ${first}`, () =>
        ask(firstChannel, `@${bot.name} ${first}`),
      ),
      step('Ask in a direct message.', second, () => ask(direct, second)),
      step('Ask for yourself alone, and share the answer if you like.', `${command} ${third}`, () =>
        ask(firstChannel, `${command} ${third}`),
      ),
      step('Set how it answers in a channel.', `${command} settings`, () => ask(firstChannel, `${command} settings`)),
      step('Ask for what the record does not hold.', UNANSWERABLE, () => ask(direct, UNANSWERABLE)),
      ...(homeTab
        ? [step(`Look at the Home tab of ${bot.name}.`, 'Open Home', () => desk.go({ channel: direct, tab: 'home' }))]
        : []),
      ...(greeting.shortcuts.some(({ type }) => type === 'message')
        ? [
            step('In #copy-desk, check a colleague’s sentence: the dots beside the message.', 'Go to #copy-desk', () =>
              desk.go({ channel: 'C0COPYDESK' }),
            ),
          ]
        : []),
      ...greeting.shortcuts
        .filter(({ type }) => type === 'global')
        .map(({ callbackId, name }) =>
          step('Tell the editors what is wrong or missing. They see it in #editors.', name, () =>
            desk.act({ do: 'globalShortcut', shortcut: callbackId }),
          ),
        ),
    ),
    h(
      'p',
      { class: 'hint' },
      'You administer this workspace. At the foot of the list of conversations you can act as somebody who does not.',
    ),
  );
}

/** A question that is declined, with what comes nearest. */
const UNANSWERABLE = 'When did Iran fire missiles at Camp Taji in 2020?';

/** What passes between Slack and the app. */
export class TrafficList {
  element = h('div', { class: 'panel-body traffic' });
  #list = h('ol', {});

  constructor() {
    this.element.append(
      h('p', { class: 'hint' }, 'What Slack sends to Dateline (→) and what Dateline calls (←), without secrets.'),
      this.#list,
    );
  }

  /** @param {readonly TrafficLine[]} lines */
  update(lines) {
    reconcile(
      this.#list,
      lines,
      ({ number }) => ({ key: String(number), mark: '' }),
      ({ at, way, title, note, failed, details }) =>
        h(
          'li',
          {},
          h(
            'details',
            {},
            h(
              'summary',
              { class: failed ? 'failed' : undefined },
              h('span', { class: `way way-${way}`, 'aria-label': WAYS[way].label }, WAYS[way].sign),
              h('b', {}, title),
              h('span', {}, note),
              h('time', {}, clock(new Date(at))),
            ),
            h('pre', {}, details),
          ),
        ),
    );
  }
}

const WAYS = {
  'to-app': { sign: '→', label: 'to Dateline' },
  'to-slack': { sign: '←', label: 'to Slack' },
  state: { sign: '·', label: 'in Slack' },
};
