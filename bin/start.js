#!/usr/bin/env node
import { requireNode } from './require-node.js';

requireNode();
process.getBuiltinModule('node:module').enableCompileCache(`${import.meta.dirname}/../.cache/compile`);
const { start } = await import('../src/main.ts');
process.exitCode = await start();
