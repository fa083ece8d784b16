// Takes from the record the events that answer a file's questions, group by group, and asks again: no other event may
// be given as the answer. Takes half a second an event.
// Usage: node bench/removal.ts FILE.jsonl [--show]; --show prints each that was answered all the same.
import { desk, record } from '../tests/support/desk.ts';
import { readCases } from '../tests/support/read-cases.ts';
import { groupByEvents, measureRemoval, type RemovalResult, turnedWrongShare } from '../tests/support/removal.ts';
import { endWithUsage, plainArguments } from './usage.ts';

const [file = endWithUsage('node bench/removal.ts FILE.jsonl [--show]')] = plainArguments();
const results: RemovalResult[] = [];
for (const result of measureRemoval(record()[0]!, groupByEvents(desk(), readCases(file)))) {
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
const share = (reserved: boolean) => turnedWrongShare(results, { reserved }).toFixed(1);
console.log(
  `of ${results.filter(({ counts }) => counts).length}: stated as the answer ${share(false)} %, with those told as a closest match ${share(true)} %`,
);
