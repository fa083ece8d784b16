// How long a running engine takes for the questions of tests/questions, beside plain lunr over the same record in the same
// run, and how much memory it holds. Usage: npm run bench:answers [rounds]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import lunr from 'lunr';
import type { Dateline } from '../src/dateline.ts';
import { HOME } from '../src/prepared/home.ts';
import { openDateline } from '../src/prepared/open.ts';
import type { QuestionCase } from '../tests/support/judge.ts';
import { median, quantile } from './statistics.ts';
import { numberArgument } from './usage.ts';

/** The most that an answer may take, in milliseconds. */
const BARS = { median: 1, p99: 5 };

const rounds = numberArgument(0, 5, 1, 'npm run bench:answers [rounds]');

// Read from its YAML files, the record would leave more behind in memory than the engine holds.
spawnSync(process.execPath, [join(HOME, 'bin', 'dateline.js'), 'prepare']);
const dateline = await openDateline();
globalThis.gc?.();
const memory = process.memoryUsage();
// Only now, since what reads YAML comes with it.
const { askCase, ownCases } = await import('../tests/support/read-cases.ts');
const cases = ownCases();

/** Milliseconds that each question takes in each round, after one round to warm up. */
function timed(work: (one: QuestionCase) => unknown): number[] {
  for (const one of cases) work(one);
  return Array.from({ length: rounds }, () => cases).flatMap((round) =>
    round.map((one) => {
      const started = performance.now();
      work(one);
      return performance.now() - started;
    }),
  );
}

/** An index of the events' titles, summaries, names, places and actors, with lunr's own pipeline. */
function plainLunr(dateline: Dateline): lunr.Index {
  return lunr((builder) => {
    const fields = ['title', 'summary', 'names', 'places', 'actors'];
    for (const field of fields) builder.field(field);
    for (const event of dateline.events()) {
      const { id, title, summary, names = [], places, by, against } = event;
      builder.add({ id, title, summary, names, places, actors: [...by, ...against] });
    }
  });
}

const answers = timed((one) => askCase(dateline, one));
const index = plainLunr(dateline);
// `search` would read punctuation as syntax and throw.
const searches = timed(({ question }) => {
  index.query((query) => {
    for (const token of lunr.tokenizer(question)) query.term(token.toString().replace(/\W/g, ''), {});
  });
});

const row = (times: readonly number[]) => ({
  'median, ms': median(times).toFixed(3),
  'p99, ms': quantile(times, 0.99).toFixed(3),
  'max, ms': quantile(times, 1).toFixed(3),
});
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
console.log(`${cases.length} questions, ${rounds} rounds, ${dateline.events().length} events`);
console.table({ ask: row(answers), 'plain lunr': row(searches) });
console.log(`memory of the opened engine: heap ${megabytes(memory.heapUsed)} MB, resident ${megabytes(memory.rss)} MB`);
const found = { median: median(answers), p99: quantile(answers, 0.99) };
for (const name of ['median', 'p99'] as const) {
  if (found[name] < BARS[name]) continue;
  console.log(`OVER: the ${name} of an answer is ${found[name].toFixed(2)} ms; it should be under ${BARS[name]} ms.`);
  process.exitCode = 1;
}
