#!/usr/bin/env node
import { COMPILE_FOLDER } from '../src/prepared/cache.js';
import { requireNode } from './require-node.js';

requireNode();
const home = `${import.meta.dirname}/..`;
const module = process.getBuiltinModule('node:module');
module.enableCompileCache(`${home}/${COMPILE_FOLDER}`);
// Nearly all that a start reads stays in use: without room to grow at once it would be copied again and again.
process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=16');
const require = module.createRequire(import.meta.url);
const { freshBundle } = require('../src/prepared/code.js');
const { main } = loaded(freshBundle(home)) ?? (await import('../src/cli/main.ts'));
process.exitCode = await main(process.argv.slice(2));

/**
 * The exports of a bundle; nothing where there is no bundle, or where it fails to load for whatever reason: the sources
 * run then, and what is wrong with them they tell themselves.
 * @param {string | undefined} bundle its path
 * @returns {{ main: (args: readonly string[]) => Promise<number> } | undefined}
 */
function loaded(bundle) {
  try {
    return bundle === undefined ? undefined : require(bundle);
  } catch {
    return undefined;
  }
}
