// Takes from the record the events that answer a file's questions, group by group, and asks again: no other event may
// be given as the answer. Takes half a second an event.
// Usage: node bench/removal.ts FILE.jsonl [--show]; --show prints each that was answered all the same.
import { join } from 'node:path';
import { createDateline } from '../src/dateline.ts';
import { prepare } from '../src/prepare.ts';
import { HOME } from '../src/prepared/home.ts';
import { loadIntents } from '../src/question/load-language.ts';
import { loadTimelines } from '../src/record/load.ts';
import { readCases } from '../tests/support/read-cases.ts';
import { groupByEvents, measureRemoval, type RemovalResult, turnedWrongShare } from '../tests/support/removal.ts';

const [file] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (file === undefined) {
  console.error('usage: node bench/removal.ts FILE.jsonl [--show]');
  process.exit(2);
}
const [timeline] = loadTimelines(join(HOME, 'data'));
const intents = loadIntents(join(HOME, 'intents'));
const groups = groupByEvents(createDateline(prepare([timeline!], intents)), readCases(file));
const results: RemovalResult[] = [];
for (const result of measureRemoval(timeline!, intents, groups)) {
  results.push(result);
  if (!result.answered || !process.argv.includes('--show')) continue;
  const { one, answer, counts } = result;
  console.log(`${counts ? '!! ' : ''}${one.id} [${one.type}] ${one.question}`);
  console.log(`     without ${one.expect.first?.join(', ')}: ${answer.events[0]?.id ?? 'no event'}`);
  console.log(`     ${answer.text.split('\n')[0]}`);
}
const row = (type: string, of: RemovalResult[]) => ({
  type,
  n: of.length,
  answered: of.filter(({ answered }) => answered).length,
  counts: of.every(({ counts }) => counts) ? 'yes' : 'no',
});
console.table(
  [...new Set(results.map(({ one }) => one.type))].sort().map((type) =>
    row(
      type,
      results.filter(({ one }) => one.type === type),
    ),
  ),
);
console.log(
  `turned wrong: ${turnedWrongShare(results).toFixed(1)} % of ${results.filter(({ counts }) => counts).length}`,
);
