#!/usr/bin/env node
import { requireNode } from './require-node.js';

requireNode();
const { start } = await import('../src/main.ts');
process.exitCode = await start();
