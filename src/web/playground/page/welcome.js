import { h } from './dom.js';
import { sendTyped } from './send-typed.js';

/**
 * What stands at the beginning of a conversation: what it is for, and what one may ask in it.
 * @import { ScreenChannel } from '../../../local-slack/people/screen.ts'
 * @import { Desk } from './desk.js'
 */

/** @param {Desk} desk @param {ScreenChannel} channel @returns {HTMLElement} */
export function drawWelcome(desk, channel) {
  const { bot, examples } = desk.greeting;
  const direct = channel.kind === 'im';
  const title = direct ? `This is your conversation with ${bot.name}` : `Welcome to #${channel.name}`;
  if (!direct && !channel.members.includes(bot.userId)) {
    return h(
      'div',
      { class: 'welcome' },
      h('h3', {}, title),
      h('p', {}, `${bot.name} is not in this channel: it hears nothing here and cannot post. `),
      h(
        'button',
        { type: 'button', class: 'chip', onclick: () => desk.act({ do: 'invite', channel: channel.id }) },
        `Invite ${bot.name}`,
      ),
    );
  }
  const prefix = direct ? '' : `@${bot.name} `;
  return h(
    'div',
    { class: 'welcome' },
    h('h3', {}, title),
    h(
      'p',
      {},
      direct ? 'Ask it anything about when something happened.' : `Mention @${bot.name} in a question. For example:`,
    ),
    h(
      'div',
      { class: 'chips' },
      ...examples.slice(0, 3).map((example) =>
        h(
          'button',
          {
            type: 'button',
            class: 'chip',
            onclick: () => sendTyped(desk, channel, undefined, `${prefix}${example}`),
          },
          `${prefix}${example}`,
        ),
      ),
    ),
  );
}
