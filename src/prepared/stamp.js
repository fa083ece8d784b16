// Plain JavaScript: bin/ reads stamps before it knows which code to run. An import of node:fs would load its streams too.
const { readdirSync, readFileSync, statSync } = process.getBuiltinModule('node:fs');

/**
 * Files and folders from which something is made, by the names under which a stamp tells of them.
 * @typedef {Readonly<Record<string, string>>} Sources
 */

/**
 * The state of the sources as one text: a line for each file with its size and times. Equal stamps mean that no file was
 * added, removed or written in between. The time at which a file's entry changed is told too, since the time at which it
 * was written can be set back.
 * @param {Sources} sources
 * @returns {string}
 */
export function stampOf(sources) {
  return linesOf(sources, (_, { size, mtimeMs, ctimeMs }) => `${size} ${mtimeMs} ${ctimeMs}`);
}

/**
 * What the sources hold, as a short text: files that were copied or touched have another stamp, but the same digest.
 * @param {Sources} sources
 * @returns {string}
 */
export function digestOf(sources) {
  const { hash } = process.getBuiltinModule('node:crypto');
  const contents = linesOf(sources, (path) => hash('sha256', readFileSync(path)));
  return hash('sha256', contents);
}

/** @typedef {(path: string, state: import('node:fs').Stats) => string} Telling */

/**
 * @param {Sources} sources
 * @param {Telling} tell what a line says of a file
 */
function linesOf(sources, tell) {
  /** @type {string[]} */
  const lines = [];
  for (const [name, path] of Object.entries(sources)) addLines(path, name, tell, lines, []);
  return lines.join('\n');
}

/**
 * @param {string} path
 * @param {string} name
 * @param {Telling} tell
 * @param {string[]} lines
 * @param {readonly string[]} above the folders in which it stands, by device and number
 */
function addLines(path, name, tell, lines, above) {
  try {
    const state = statSync(path);
    const here = `${state.dev} ${state.ino}`;
    if (state.isFile()) lines.push(`${name} ${tell(path, state)}`);
    // A pipe would be waited for without end, and a link to a folder in which it stands followed without end.
    else if (!state.isDirectory() || above.includes(here)) lines.push(`${name} is not read`);
    else {
      for (const entry of readdirSync(path).sort())
        addLines(`${path}/${entry}`, `${name}/${entry}`, tell, lines, [...above, here]);
    }
  } catch {
    lines.push(`${name} cannot be read`);
  }
}
