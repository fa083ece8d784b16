/**
 * The page's side of what passes between it and its server.
 * @import { Act, ActResult, Greeting, TrafficLine } from '../protocol.ts'
 * @import { Screen } from '../../../local-slack/people/screen.ts'
 */

/** Thrown where a person could not do something; the message says why. */
export class NotDone extends Error {}

/** Lets a person do something. @param {Act} act @returns {Promise<ActResult>} @throws NotDone */
export async function perform(act) {
  const response = await fetch('/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(act),
  }).catch((error) => {
    throw new NotDone('The playground has stopped. Start it again with npm start.', { cause: error });
  });
  const answer = await response.json();
  if (!response.ok) throw new NotDone(answer.error);
  return answer;
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
