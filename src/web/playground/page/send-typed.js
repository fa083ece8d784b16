import { toast } from './toasts.js';
import { commandIn, encodeTyped } from './typed-text.js';

/**
 * What happens when somebody sends what they typed, and what the page says where Dateline will not hear it.
 * @import { ScreenChannel } from '../../../local-slack/people/screen.ts'
 * @import { Desk } from './desk.js'
 */

/**
 * Sends what was typed: a command, or a message with its mentions.
 * @param {Desk} desk @param {ScreenChannel} channel @param {string | undefined} thread @param {string} text
 * @returns {Promise<boolean>} whether it was sent
 */
export async function sendTyped(desk, channel, thread, text) {
  const typed = commandIn(text);
  const { greeting, screen } = desk;
  if (typed) {
    if (thread !== undefined) {
      toast('Slack knows no commands in threads. Type it in the conversation, or mention the app here.');
      return false;
    }
    const { command, text: rest } = typed;
    return (await desk.act({ do: 'command', channel: channel.id, command, text: rest })) !== undefined;
  }
  const people = greeting.people.map(({ id, name, realName }) => ({ id, names: [name, realName] }));
  const bot = { id: greeting.bot.userId, names: [greeting.bot.name] };
  const channels = [...greeting.channels, ...screen.channels.filter(({ kind }) => kind !== 'im')];
  const places = channels.map(({ id, name }) => ({ id, names: [name] }));
  const encoded = encodeTyped(text, [...people, bot], places);
  const result = await desk.act({ do: 'say', channel: channel.id, text: encoded, thread });
  if (!result) return false;
  const mentioned = encoded.includes(`<@${bot.id}>`);
  if (mentioned && channel.kind !== 'im' && thread === undefined) {
    if (!channel.members.includes(bot.id)) offerInvitation(desk, channel);
  } else if (!mentioned && channel.kind !== 'im' && text.endsWith('?')) {
    toast(`Unless a channel is set otherwise, ${greeting.bot.name} answers there only who mentions it.`, {
      label: `Ask @${greeting.bot.name}`,
      act: () => void sendTyped(desk, channel, thread, `@${greeting.bot.name} ${text}`),
    });
  }
  return true;
}

/** @param {Desk} desk @param {ScreenChannel} channel */
function offerInvitation(desk, channel) {
  const { name } = desk.greeting.bot;
  toast(`${name} is not in #${channel.name} and does not hear you.`, {
    label: `Invite ${name}`,
    act: () => void desk.act({ do: 'invite', channel: channel.id }),
  });
}
