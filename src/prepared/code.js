// Plain JavaScript: bin/ asks it which code to run.
import { CODE_FOLDER } from './cache.js';
import { readStored } from './store.js';

const { statSync } = process.getBuiltinModule('node:fs');

/**
 * A bundle of the command line.
 * @typedef {object} Bundle
 * @property {string} entry the file to start
 * @property {Record<string, number>} sizes the size of each of its files, in bytes
 */

/** The file beside those of the bundle that tells of them. */
export const CODE_CARD = 'bundle.json';

/**
 * What the code is made from: the sources, and the versions of the packages.
 * @param {string} home the project's folder
 */
export function codeSources(home) {
  return { src: `${home}/src`, packages: `${home}/package-lock.json` };
}

/**
 * The bundle of the command line, where there is one and the sources are still those from which it was made.
 * @param {string} home the project's folder
 * @returns {string | undefined} the path of the CommonJS module to start
 */
export function freshBundle(home) {
  const folder = `${home}/${CODE_FOLDER}`;
  const bundle = /** @type {Bundle | undefined} */ (readStored(`${folder}/${CODE_CARD}`, codeSources(home), ''));
  if (!bundle) return undefined;
  const whole = Object.entries(bundle.sizes).every(
    ([name, size]) => statSync(`${folder}/${name}`, { throwIfNoEntry: false })?.size === size,
  );
  return whole ? `${folder}/${bundle.entry}` : undefined;
}
