import { drawBlocks } from './blocks.js';
import { surfaceAt } from './desk.js';
import { h } from './dom.js';

/** @import { Desk } from './desk.js' */

/** Brings the Home tab in line with what the app has shown there. @param {Desk} desk @param {HTMLElement} place */
export function renderHome(desk, place) {
  const { home } = desk.screen;
  const mark = home ? `${home.id} ${home.hash}` : '';
  if (place.dataset.mark === mark) return;
  place.dataset.mark = mark;
  const { scrollTop } = place;
  place.replaceChildren(
    ...(home
      ? drawBlocks(home.blocks, surfaceAt(desk, 'home', { values: home.state.values }))
      : [h('p', { class: 'hint' }, 'The app has shown nothing here yet.')]),
  );
  place.scrollTop = scrollTop;
}
