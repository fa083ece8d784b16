import { namesOf } from './names.js';
import { perform } from './server.js';
import { toast } from './toasts.js';

/**
 * What the page shows, and where it stands. Every part of the page is drawn from it.
 * @import { Act, ActPlace, ActResult, Greeting, TrafficLine } from '../protocol.ts'
 * @import { Json } from '../../../local-slack/json.ts'
 * @import { Screen, ScreenChannel } from '../../../local-slack/people/screen.ts'
 * @import { Names } from './names.js'
 * @import { Surface } from './surface.js'
 */

/**
 * @typedef {object} Desk
 * @property {Greeting} greeting
 * @property {Screen} screen
 * @property {string} user whom one acts as
 * @property {string} channel the conversation in front
 * @property {'messages' | 'home'} tab of the conversation with the app
 * @property {string | undefined} thread the `ts` of the open thread's root
 * @property {'try' | 'traffic' | undefined} aside what stands beside the conversation where no thread is open
 * @property {TrafficLine[]} traffic
 * @property {() => void} render
 * @property {(to: { channel?: string, tab?: 'messages' | 'home', thread?: string | undefined }) => void} go
 * @property {(act: WithoutUser<Act>) => Promise<Done | undefined>} act
 * @property {(confirm: Json) => Promise<boolean>} confirm
 * @property {Set<string>} awaited messages of this page whose thread opens when it is answered
 */

/** @typedef {Exclude<ActResult, { refused: string }>} Done what was done */

/**
 * @template T
 * @typedef {T extends unknown ? Omit<T, 'user'> : never} WithoutUser
 */

/** @param {Desk} desk @returns {Names} */
export const names = ({ greeting, screen }) => namesOf(greeting, screen);

/** The conversation in front. @param {Desk} desk @returns {ScreenChannel | undefined} */
export function channelOf({ screen, channel }) {
  return screen.channels.find(({ id }) => id === channel) ?? screen.channels[0];
}

/** The conversation of a person with the app. @param {Desk} desk @returns {ScreenChannel | undefined} */
export function directOf({ screen }) {
  return screen.channels.find(({ kind }) => kind === 'im');
}

/** What a conversation is called. @param {Desk} desk @param {ScreenChannel} channel @returns {string} */
export function placeName(desk, channel) {
  return channel.kind === 'im' ? desk.greeting.bot.name : `#${names(desk).channel(channel.id) ?? channel.name}`;
}

/** Where blocks of a message, the modal or the Home tab are drawn. @param {Desk} desk @param {ActPlace} place @param {Partial<Surface>} [held] @returns {Surface} */
export function surfaceAt(desk, place, held = {}) {
  const { greeting, screen } = desk;
  return {
    names: names(desk),
    people: greeting.people.map(({ id, realName }) => ({ id, name: realName })),
    channels: screen.channels.filter(({ kind }) => kind !== 'im').map(({ id, name }) => ({ id, name })),
    values: {},
    entries: new Map(),
    press: (action, feedback) => desk.act({ do: 'press', place, action, feedback }),
    choose: (action, choice) => desk.act({ do: 'choose', place, action, choice }),
    confirm: desk.confirm,
    ...held,
  };
}

/** Lets the person do something, and says so where it fails. @param {Act} act @returns {Promise<Done | undefined>} */
export async function tell(act) {
  const result = await perform(act);
  if ('refused' in result) {
    // What is wrong with a form stands beside its fields.
    if (act.do !== 'submit' || !result.refused.startsWith('The form is not complete')) toast(result.refused);
    return undefined;
  }
  if (!result.acknowledged) toast('Dateline did not answer in time. What it got is in the traffic.');
  return result;
}
