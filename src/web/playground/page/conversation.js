import { drawComposer } from './composer.js';
import { h, reconcile } from './dom.js';
import { drawMessage } from './message.js';

/**
 * The messages of a conversation or of a thread, above the box in which one writes.
 * @import { Message } from '../../../local-slack/state/message.ts'
 * @import { ScreenChannel } from '../../../local-slack/people/screen.ts'
 * @import { Desk } from './desk.js'
 */

/** A frame that is kept while its conversation is shown; `update` brings it in line with what there is. */
export class Conversation {
  /** @type {HTMLElement} */ element;
  #list = h('div', { class: 'messages', role: 'log', 'aria-label': 'Messages', tabindex: 0 });
  #foot = h('div', { class: 'beneath' });
  #prompts = h('div', { class: 'prompts' });
  #shown = 0;

  /** @param {Desk} desk @param {ScreenChannel} channel @param {string | undefined} thread the root of the thread @param {HTMLElement} [head] what stands first where nobody has written */
  constructor(desk, channel, thread, head) {
    this.channel = channel.id;
    this.thread = thread;
    this.head = head;
    const composer = drawComposer(desk, channel, thread);
    this.element = h('section', { class: 'conversation' }, this.#list, this.#foot, this.#prompts, composer);
  }

  /** @param {Desk} desk @param {ScreenChannel} channel */
  update(desk, channel) {
    const { messages } = channel;
    const { thread } = this;
    const shown = messages.filter((message) => (thread === undefined ? inChannel(message) : inThread(message, thread)));
    const replies = repliesOf(messages);
    const items = shown.map((message) => ({ message, replies: replies.get(message.ts) ?? [] }));
    reconcile(
      this.#list,
      [...(this.head ? [this.head] : []), ...items],
      (item) =>
        item instanceof HTMLElement
          ? { key: 'head', mark: '' }
          : { key: item.message.ts, mark: `${desk.user} ${JSON.stringify(item)}` },
      (item) =>
        item instanceof HTMLElement
          ? item
          : drawMessage(item.message, desk, { replies: item.replies, inThread: thread !== undefined }),
    );
    this.#showStatus(desk, channel);
    this.#showPrompts(desk, channel);
    if (shown.length > this.#shown) this.#showNewest();
    this.#shown = shown.length;
  }

  /** Where the person begins to write. */
  focus() {
    this.element.querySelector('textarea')?.focus();
  }

  /** Goes to the end, or to the beginning of the newest message where that is taller than the list: an answer is read from its top. */
  #showNewest() {
    const top = /** @type {HTMLElement | null} */ (this.#list.lastElementChild)?.offsetTop ?? 0;
    this.#list.scrollTop = Math.min(top, this.#list.scrollHeight - this.#list.clientHeight);
  }

  /** @param {Desk} desk @param {ScreenChannel} channel */
  #showStatus(desk, { statuses }) {
    const status = this.thread === undefined ? Object.values(statuses)[0] : statuses[this.thread];
    const text = status === undefined ? '' : `${desk.greeting.bot.name} ${status}`;
    if (this.#foot.textContent !== text) this.#foot.textContent = text;
  }

  /** @param {Desk} desk @param {ScreenChannel} channel */
  #showPrompts(desk, { prompts, id }) {
    const shown = this.thread === undefined ? (prompts?.prompts ?? []) : [];
    const title = prompts?.title;
    // What the app offers stands in for what the page would.
    this.element.classList.toggle('has-prompts', shown.length > 0);
    reconcile(
      this.#prompts,
      [...(title && shown.length > 0 ? [{ title, message: '' }] : []), ...shown],
      (prompt) => ({ key: prompt.title, mark: prompt.message }),
      (prompt) =>
        prompt.message === ''
          ? h('p', {}, prompt.title)
          : h(
              'button',
              {
                type: 'button',
                class: 'chip',
                onclick: () => desk.act({ do: 'say', channel: id, text: prompt.message }),
              },
              prompt.title,
            ),
    );
  }
}

/** @param {Message} message */
const inChannel = ({ thread_ts, ts, reply_broadcast }) =>
  thread_ts === undefined || thread_ts === ts || reply_broadcast === true;

/** @param {Message} message @param {string} root */
const inThread = ({ thread_ts, ts }, root) => ts === root || thread_ts === root;

/** @param {readonly Message[]} messages @returns {Map<string, Message[]>} */
function repliesOf(messages) {
  const replies = new Map();
  for (const message of messages) {
    const { thread_ts: root, ts } = message;
    if (root === undefined || root === ts) continue;
    replies.set(root, [...(replies.get(root) ?? []), message]);
  }
  return replies;
}
