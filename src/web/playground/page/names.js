/**
 * Who and what ids stand for.
 * @import { Greeting } from '../protocol.ts'
 * @import { Screen } from '../../../local-slack/people/screen.ts'
 * @typedef {{ person(id: string): string, channel(id: string): string | undefined }} Names
 */

/** @param {Greeting} greeting @param {Screen} screen @returns {Names} */
export function namesOf(greeting, screen) {
  const people = new Map(greeting.people.map(({ id, realName }) => [id, realName]));
  people.set(greeting.bot.userId, greeting.bot.name);
  const channels = new Map([...greeting.channels, ...screen.channels].map(({ id, name }) => [id, name]));
  return { person: (id) => people.get(id) ?? 'somebody', channel: (id) => channels.get(id) };
}
