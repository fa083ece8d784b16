#!/usr/bin/env node
import { requireNode } from './require-node.js';

requireNode();
const home = `${import.meta.dirname}/..`;
const module = process.getBuiltinModule('node:module');
module.enableCompileCache(`${home}/.cache/compile`);
// Nearly all that a start reads stays in use: without room to grow at once it would be copied again and again.
process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=16');
const require = module.createRequire(import.meta.url);
const { freshBundle } = require('../src/prepared/code.js');
const { main } = loaded(freshBundle(home)) ?? (await import('../src/cli/main.ts'));
process.exitCode = await main(process.argv.slice(2));

/** The bundle's exports; nothing where there is no bundle, or its file was damaged. */
function loaded(bundle) {
  try {
    return bundle && require(bundle);
  } catch {
    return undefined;
  }
}
