#!/usr/bin/env node
import { COMPILE_FOLDER } from '../src/prepared/cache.js';
import { requireNode } from './require-node.js';

requireNode();
process.getBuiltinModule('node:module').enableCompileCache(`${import.meta.dirname}/../${COMPILE_FOLDER}`);
const { start } = await import('../src/main.ts');
process.exitCode = await start();
