/**
 * Where the page stands, in the fragment of its address: a reload and the browser's Back keep to it.
 * @typedef {{ channel: string, tab: 'messages' | 'home', thread: string | undefined }} Place
 */

/** @returns {Place} */
export function readPlace() {
  const [channel = '', rest] = location.hash.slice(1).split('/');
  if (rest === 'home') return { channel, tab: 'home', thread: undefined };
  return { channel, tab: 'messages', thread: rest };
}

/** @param {Place} place */
export function writePlace({ channel, tab, thread }) {
  const rest = tab === 'home' ? '/home' : thread === undefined ? '' : `/${thread}`;
  const hash = `#${channel}${rest}`;
  // A new entry of the history without the event that tells of it: the page stands there already.
  if (location.hash !== hash) history.pushState(null, '', hash);
}
