import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputChunk, Plugin } from 'rolldown';
import { CODE_FOLDER } from './cache.js';
import { type Bundle, CODE_CARD, codeSources } from './code.js';
import { HOME } from './home.ts';
import { digestOf } from './stamp.js';
import { makeStored, writeWhole } from './store.js';

/**
 * Bundles the command line, which starts faster from a few files than from many.
 * @param home the project's folder
 * @throws Error when the bundler is not installed or the bundle cannot be written; it says so in a few words
 */
export async function bundleCode(home: string = HOME): Promise<void> {
  const folder = join(home, CODE_FOLDER);
  const { value, unstored } = await makeStored(join(folder, CODE_CARD), codeSources(home), '', async () => {
    const chunks = await makeChunks(home);
    for (const { fileName, code } of chunks) {
      if (!writeWhole(join(folder, fileName), code)) throw new Error(`${folder} cannot be written to`);
    }
    return bundleOf(chunks);
  });
  if (unstored !== undefined) throw new Error(unstored);
  removeOthers(folder, Object.keys(value.sizes));
}

/** Removes the files of earlier bundles. What another process is writing has another ending, and is left to it. */
function removeOthers(folder: string, names: readonly string[]): void {
  for (const name of readdirSync(folder))
    if (name.endsWith('.cjs') && !names.includes(name)) rmSync(join(folder, name), { force: true });
}

function bundleOf(chunks: readonly OutputChunk[]): Bundle {
  return {
    entry: chunks.find(({ isEntry }) => isEntry)!.fileName,
    sizes: Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, Buffer.byteLength(code)])),
  };
}

async function makeChunks(home: string): Promise<OutputChunk[]> {
  const { build } = await import('rolldown').catch((cause) => {
    throw new Error('rolldown is not installed', { cause });
  });
  const { output } = await build({
    input: join(home, 'src', 'cli', 'main.ts'),
    platform: 'node',
    external: 'rolldown',
    plugins: [withoutPrograms],
    transform: { define: { BUNDLED_CODE: JSON.stringify(digestOf(codeSources(home))) } },
    logLevel: 'silent',
    write: false,
    // The names carry a hash of what is in the files, so that a file never changes under its name. CommonJS, because
    // parts of Node that are imported as ECMAScript modules load more of themselves.
    output: { format: 'cjs', entryFileNames: '[name]-[hash].cjs', chunkFileNames: '[name]-[hash].cjs' },
  });
  return output.filter((file) => file.type === 'chunk');
}

const NOTHING = '\0nothing';

/** Commander can start other programs as sub-commands. Dateline has none, and what starts programs takes long to load. */
const withoutPrograms: Plugin = {
  name: 'without-programs',
  resolveId: (id, importer) => (id === 'node:child_process' && importer?.includes('/commander/') ? NOTHING : undefined),
  load: (id) => (id === NOTHING ? 'export default undefined;' : undefined),
};
