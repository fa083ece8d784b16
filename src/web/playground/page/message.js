import { drawBlocks } from './blocks.js';
import { names, surfaceAt } from './desk.js';
import { h, icon } from './dom.js';
import { shortcutMenu } from './shortcut-menu.js';
import { drawMrkdwn } from './text.js';

/**
 * One message.
 * @import { Message } from '../../../local-slack/state/message.ts'
 * @import { Desk } from './desk.js'
 */

/**
 * @param {Message} message
 * @param {Desk} desk
 * @param {{ replies?: readonly Message[], inThread: boolean }} context
 * @returns {HTMLElement}
 */
export function drawMessage(message, desk, { replies = [], inThread }) {
  const { greeting } = desk;
  const byApp = message.bot_id !== undefined;
  const author = byApp ? greeting.bot.name : names(desk).person(message.user ?? '');
  if (message.subtype !== undefined) {
    return h('div', { class: 'message message-notice' }, drawMrkdwn(message.text, names(desk)));
  }
  const time = new Date(Number(message.ts) * 1000);
  const article = h(
    'article',
    { class: `message${byApp ? ' by-app' : ''}`, 'aria-label': `${author}, ${clock(time)}` },
    avatar(author, byApp, message.user ?? ''),
    h(
      'div',
      { class: 'message-body' },
      h(
        'header',
        {},
        h('b', { class: 'author' }, author),
        byApp && h('span', { class: 'app-badge' }, 'APP'),
        h('time', { datetime: time.toISOString(), title: time.toLocaleString() }, clock(time)),
      ),
      message.ephemeralTo !== undefined && h('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      drawContent(message, desk),
      ...(message.files ?? []).map((file) => drawFile(file, desk)),
      message.edited && h('span', { class: 'edited' }, '(edited)'),
      drawReactions(message),
      !inThread && replies.length > 0 && drawThreadLink(message, replies, desk),
    ),
    drawTools(message, desk, inThread),
  );
  return article;
}

/** @param {Date} time @returns {string} */
export function clock(time) {
  return time.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
}

/** @param {string} author @param {boolean} byApp @param {string} id @returns {HTMLElement} */
export function avatar(author, byApp, id) {
  if (byApp) return h('span', { class: 'avatar avatar-app', 'aria-hidden': 'true' });
  const initials = author
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('')
    .slice(0, 2);
  const shade = [...id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 5;
  return h('span', { class: `avatar avatar-${shade}`, 'aria-hidden': 'true' }, initials);
}

/** What people wrote is their text; what the app wrote are its blocks, or its text where it has none. @param {Message} message @param {Desk} desk @returns {HTMLElement} */
function drawContent(message, desk) {
  const blocks = message.bot_id === undefined ? undefined : message.blocks;
  if (!blocks?.length) return h('div', { class: 'words' }, drawMrkdwn(message.text, names(desk), { addresses: true }));
  const surface = surfaceAt(desk, { channel: message.channel, ts: message.ts });
  return h('div', { class: 'blocks' }, ...drawBlocks(blocks, surface));
}

/** A posted file, to be saved. @param {Record<string, unknown>} file @param {Desk} desk @returns {HTMLElement} */
function drawFile(file, { user }) {
  const name = String(file.title ?? file.name ?? 'File');
  const link = h('a', { class: 'file', download: String(file.name ?? name) }, icon('file'), name);
  link.href = `/file?user=${encodeURIComponent(user)}&id=${encodeURIComponent(String(file.id))}`;
  return link;
}

/** @param {Message} message @returns {HTMLElement | false} */
function drawReactions({ reactions = [] }) {
  if (reactions.length === 0) return false;
  return h(
    'div',
    { class: 'reactions' },
    ...reactions.map(({ name, count }) => h('span', {}, drawMrkdwn(`:${name}:`, NOBODY), ` ${count}`)),
  );
}

const NOBODY = { person: () => '', channel: () => undefined };

/** @param {Message} root @param {readonly Message[]} replies @param {Desk} desk @returns {HTMLElement} */
function drawThreadLink(root, replies, desk) {
  const last = replies.at(-1);
  const byApp = last?.bot_id !== undefined;
  const author = byApp ? desk.greeting.bot.name : names(desk).person(last?.user ?? '');
  return h(
    'button',
    { type: 'button', class: 'thread-link', onclick: () => desk.go({ thread: root.ts }) },
    avatar(author, byApp, last?.user ?? ''),
    h('b', {}, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
    h('span', {}, 'Open the thread'),
  );
}

/** What one may do with a message: reply, and the app's shortcuts. @param {Message} message @param {Desk} desk @param {boolean} inThread @returns {HTMLElement | false} */
function drawTools(message, desk, inThread) {
  if (message.ephemeralTo !== undefined) return false;
  const shortcuts = desk.greeting.shortcuts.filter(({ type }) => type === 'message');
  const reply = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      title: 'Reply in thread',
      'aria-label': 'Reply in thread',
      onclick: () => desk.go({ thread: message.ts }),
    },
    icon('reply'),
  );
  const menu = shortcutMenu('More actions', 'more', shortcuts, (shortcut) =>
    desk.act({ do: 'messageShortcut', channel: message.channel, ts: message.ts, shortcut }),
  );
  return h('div', { class: 'tools' }, !inThread && reply, shortcuts.length > 0 && menu);
}
