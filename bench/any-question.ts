// Asks a great many random and hostile questions of the published record: none may throw, answer without a citation,
// take long, or be answered differently the second time. Usage: node bench/any-question.ts [runs]
import fc from 'fast-check';
import { openDateline } from '../src/cli/open-dateline.ts';
import { toJsonAnswer } from '../src/render/json.ts';
import { arbitraryQuestion } from '../tests/support/arbitrary-question.ts';

const runs = Number(process.argv[2] ?? 200_000);
const dateline = openDateline();
const now = new Date('2026-11-22T12:00:00Z');
const counts: Record<string, number> = { answered: 0, several: 0, declined: 0 };
let uncited = 0;
let unlike = 0;
let slowest = { ms: 0, question: '' };
for (const question of fc.sample(arbitraryQuestion, { numRuns: runs, seed: 1 })) {
  const started = performance.now();
  const answer = dateline.ask(question, { now });
  const ms = performance.now() - started;
  if (ms > slowest.ms) slowest = { ms, question };
  counts[answer.status]!++;
  if (answer.status !== 'declined' && answer.kind !== 'meta' && answer.citations.length === 0) uncited++;
  const again = dateline.ask(question, { now });
  const same =
    JSON.stringify(toJsonAnswer(answer, { id: '', ms: 0 })) === JSON.stringify(toJsonAnswer(again, { id: '', ms: 0 }));
  if (!same) unlike++;
}
console.table({
  runs,
  ...counts,
  'answered without a citation': uncited,
  'not the same twice': unlike,
  'slowest, ms': slowest.ms.toFixed(1),
});
console.log(`slowest: ${JSON.stringify(slowest.question)}`);
