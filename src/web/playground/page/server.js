/**
 * The page's side of what passes between it and its server.
 * @import { Act, ActResult, Greeting, TrafficLine } from '../protocol.ts'
 * @import { Screen } from '../../../local-slack/people/screen.ts'
 */

/** Lets a person do something. @param {Act} act @returns {Promise<ActResult>} */
export async function perform(act) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/act', { method: 'POST', headers, body: JSON.stringify(act) }).catch(() => undefined);
  if (!response) return { refused: 'The playground has stopped. Start it again with npm start.' };
  const answer = await response.json();
  return response.ok ? answer : { refused: answer.error };
}

/**
 * Listens to what a person sees.
 * @param {string} user
 * @param {{ greeting(greeting: Greeting): void, screen(screen: Screen): void, traffic(line: TrafficLine): void,
 *   connected(yes: boolean): void }} listener
 * @returns {() => void} ends it
 */
export function follow(user, listener) {
  const source = new EventSource(`/live?user=${encodeURIComponent(user)}`);
  source.addEventListener('open', () => listener.connected(true));
  source.addEventListener('error', () => listener.connected(false));
  source.addEventListener('greeting', ({ data }) => listener.greeting(JSON.parse(data)));
  source.addEventListener('screen', ({ data }) => listener.screen(JSON.parse(data)));
  source.addEventListener('traffic', ({ data }) => listener.traffic(JSON.parse(data)));
  return () => source.close();
}
