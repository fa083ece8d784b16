// How long the command takes from start to printed answer in a process of its own, beside a bare Node in the same run:
// prepared, and with nothing prepared. Usage: npm run bench:cold [runs]
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../src/prepared/cache.js';
import { HOME } from '../src/prepared/home.ts';
import { median } from './statistics.ts';
import { numberArgument } from './usage.ts';

/** How many times as long as a bare Node the prepared command may take. */
const BAR = 6;
const UNPREPARED_RUNS = 3;

const runs = numberArgument(0, 31, 1, 'npm run bench:cold [runs]');
const DATELINE = join(HOME, 'bin', 'dateline.js');
const BARE = ['-e', '0'];
const ASK = [DATELINE, 'ask', 'when did iran strike ain al asad?'];

/** Milliseconds that a process takes. */
function timed(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with status ${status}: ${stderr}`);
  return performance.now() - started;
}

const unprepared = Array.from({ length: UNPREPARED_RUNS }, () => {
  rmSync(join(HOME, CACHE), { recursive: true, force: true });
  return timed(ASK);
});
timed([DATELINE, 'prepare']);
const bare: number[] = [];
const prepared: number[] = [];
for (let run = 0; run < runs; run++) {
  bare.push(timed(BARE));
  prepared.push(timed(ASK));
}

const ratio = median(prepared) / median(bare);
console.table({
  'node -e 0, ms': median(bare).toFixed(1),
  'ask, prepared, ms': median(prepared).toFixed(1),
  'ask, nothing prepared, ms': median(unprepared).toFixed(0),
  'prepared to bare': ratio.toFixed(2),
});
if (ratio <= BAR)
  console.log(`PASS: an answer takes ${ratio.toFixed(1)} times as long as a bare Node; ${BAR} is the bar.`);
else {
  console.log(`OVER: an answer takes ${ratio.toFixed(1)} times as long as a bare Node, more than ${BAR}.`);
  process.exitCode = 1;
}
