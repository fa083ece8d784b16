// Plain JavaScript: bin/ reads stored things before it knows which code to run.
import { digestOf, stampOf } from './stamp.js';

const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = process.getBuiltinModule('node:fs');
const { dirname } = process.getBuiltinModule('node:path');
const { crc32 } = process.getBuiltinModule('node:zlib');

/** @import { Sources } from './stamp.js' */

/**
 * The first line of a stored file: from what the value on the second was made.
 * @typedef {object} Card
 * @property {string} note what else the value depends on
 * @property {string} stamp
 * @property {string} digest
 * @property {number} sum the checksum of the second line: damage may leave it JSON
 */

/**
 * The value that a file holds, where the sources are still those from which it was made.
 * @param {string} file
 * @param {Sources} sources
 * @param {string} note what else the value depends on
 * @returns {unknown} nothing where there is no such file, where it is stale, or not as it was written
 */
export function readStored(file, sources, note) {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    /** @type {Card} */
    const card = JSON.parse(text.slice(0, end));
    if (card.note !== note) return undefined;
    const stamp = stampOf(sources);
    const renewed = card.stamp !== stamp;
    // A copy, a checkout or a container's layer changes the times of files that it leaves as they were.
    if (renewed && card.digest !== digestOf(sources)) return undefined;
    const json = text.slice(end + 1);
    if (card.sum !== crc32(json)) return undefined;
    const value = JSON.parse(json);
    if (renewed) writeWhole(file, `${JSON.stringify({ ...card, stamp })}\n${json}`);
    return value;
  } catch {
    return undefined;
  }
}

/**
 * Makes a value and stores it. It is not stored where a source changed while it was made: nobody could tell from which
 * state it comes.
 * @template T
 * @param {string} file
 * @param {Sources} sources
 * @param {string} note what else the value depends on
 * @param {() => T | Promise<T>} make
 * @returns {Promise<{ value: T, unstored?: string }>} and why it was not stored, in a few words; that is no error
 */
export async function makeStored(file, sources, note, make) {
  const stamp = stampOf(sources);
  const value = await make();
  const json = JSON.stringify(value);
  /** @type {Card} */
  const card = { note, stamp, digest: digestOf(sources), sum: crc32(json) };
  if (stampOf(sources) !== stamp) return { value, unstored: 'a source changed meanwhile' };
  const written = writeWhole(file, `${JSON.stringify(card)}\n${json}`);
  return written ? { value } : { value, unstored: `${dirname(file)} cannot be written to` };
}

/**
 * Writes a file in one step, with the folders above it: a reader sees it as it was or as it will be.
 * @param {string} file
 * @param {string} text
 * @returns {boolean} whether it was written
 */
export function writeWhole(file, text) {
  const unfinished = `${file}.${crypto.randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
    return true;
  } catch {
    discard(unfinished);
    return false;
  }
}

/** @param {string} file */
function discard(file) {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never there, in a folder that cannot be written to.
  }
}
