/**
 * What may be meant by the beginning that a person has typed.
 * @import { Desk } from './desk.js'
 * @typedef {{ insert: string, label: string, note: string }} Suggestion
 */

/** Most that are offered at once. */
const MOST = 6;

/**
 * @param {string} before the text up to the cursor
 * @param {Desk} desk
 * @param {boolean} commands whether commands can be used there
 * @returns {{ from: number, items: Suggestion[] }} where the beginning stands, and what would take its place
 */
export function suggestionsFor(before, desk, commands) {
  const { greeting } = desk;
  const command = /^\/[\w-]*$/.exec(before)?.[0];
  if (command !== undefined && commands) {
    const items = greeting.commands.filter((each) => each.command.startsWith(command.toLowerCase()));
    return {
      from: 0,
      items: items.map(({ command: name, hint, description }) => ({
        insert: name,
        label: `${name} ${hint}`,
        note: description,
      })),
    };
  }
  const name = /(?:^|\s)@([\p{L}\p{N} ]{0,30})$/u.exec(before)?.[1];
  if (name === undefined) return { from: 0, items: [] };
  const all = [
    { insert: `@${greeting.bot.name}`, label: greeting.bot.name, note: 'app' },
    ...greeting.people.map(({ realName, name: handle }) => ({
      insert: `@${realName}`,
      label: realName,
      note: handle,
    })),
  ];
  const wanted = name.toLowerCase();
  const items = all.filter(
    ({ label, note }) => label.toLowerCase().startsWith(wanted) || note.toLowerCase().startsWith(wanted),
  );
  // A name that is written out needs no offer.
  const done = items.some(({ label }) => label.toLowerCase() === wanted);
  return { from: before.length - name.length - 1, items: done ? [] : items.slice(0, MOST) };
}
