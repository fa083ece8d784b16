// Asks a great many random and hostile questions of the published record, some in threads: none may throw, answer
// without a citation, make anything live in Slack, take long, or be answered differently the second time.
// Usage: node bench/any-question.ts [questions] [seed]
import fc from 'fast-check';
import type { Answer } from '../src/answer/answer.ts';
import { toJsonAnswer } from '../src/render/json.ts';
import { incomingText } from '../src/slack/incoming-text.ts';
import { flawsOf } from '../tests/support/answer-flaws.ts';
import { arbitraryQuestion, arbitraryThread } from '../tests/support/arbitrary-question.ts';
import { desk, NOW } from '../tests/support/desk.ts';
import { drawnOut } from '../tests/support/fuzz/templates.ts';
import { numberArgument } from './usage.ts';

/** Longest time that one question may take, in milliseconds; a thread's earlier questions are asked with it. */
const LONGEST = 50;
const BATCH = 5000;
/** Questions asked before times are taken. */
const WARM_UP = 2000;
/** Times that a slow question is asked again: what other work held up once is not slow. */
const RETRIES = 3;

interface Asked {
  question: string;
  thread: string[];
}

const USAGE = 'node bench/any-question.ts [questions] [seed]';
const total = numberArgument(0, 200_000, 1, USAGE);
const seed = numberArgument(1, 1, 0, USAGE);
const dateline = desk();
const arbitraryAsked: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.oneof({ weight: 49, arbitrary: arbitraryQuestion }, { weight: 1, arbitrary: drawnOut(250) }),
    arbitraryThread,
    fc.boolean(),
  )
  // Half of them come as Slack would hand them on.
  .map(([question, thread, slack]) => ({ question: slack ? incomingText(question) : question, thread }));

const counts: Record<string, number> = { answered: 0, several: 0, declined: 0 };
const flaws = new Map<string, Asked[]>();
let slowest: (Asked & { ms: number; again: number })[] = [];

/** A question and its thread on one line, cut where they are long. */
function shown({ question, thread }: Asked): string {
  return [...thread, question]
    .map((text) => JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text))
    .join(' > ');
}

function note(flaw: string, asked: Asked): void {
  flaws.set(flaw, [...(flaws.get(flaw) ?? []), asked]);
}

function ask({ question, thread }: Asked): { answer: Answer; ms: number } {
  const started = performance.now();
  const answer = dateline.ask(question, { now: NOW, thread });
  return { answer, ms: performance.now() - started };
}

/** What asking gives; nothing where it threw, which is noted. */
function orNote<T>(asked: Asked, work: (asked: Asked) => T): T | undefined {
  try {
    return work(asked);
  } catch (error) {
    note(`threw ${error instanceof Error ? error.message : String(error)}`, asked);
    return undefined;
  }
}

const asText = (answer: Answer) => JSON.stringify(toJsonAnswer(answer, { id: null, ms: 0 }));

/** Asks and notes what is wrong with the answer and how long it took; gives the answer as text. */
function askAndCheck(asked: Asked): string {
  const { answer, ms } = ask(asked);
  for (const flaw of flawsOf(answer)) note(flaw, asked);
  counts[answer.status]!++;
  if (ms > LONGEST || slowest.length < 5 || ms > slowest.at(-1)!.again) {
    const again = Math.min(...Array.from({ length: RETRIES }, () => ask(asked).ms));
    slowest = [...slowest, { ...asked, ms, again }].sort((a, b) => b.again - a.again).slice(0, 5);
    if (Math.min(ms, again) > LONGEST) note(`took more than ${LONGEST} ms`, asked);
  }
  return asText(answer);
}

for (const asked of fc.sample(arbitraryAsked, { numRuns: WARM_UP, seed: seed - 1 })) orNote(asked, ask);
const started = performance.now();
for (let done = 0; done < total; ) {
  const batch = fc.sample(arbitraryAsked, { numRuns: Math.min(BATCH, total - done), seed: seed + done });
  const answers = batch.map((asked) => orNote(asked, askAndCheck));
  // The second time from the last to the first: an answer must not hang on what was asked before it.
  for (const [index, asked] of [...batch.entries()].reverse()) {
    const again = orNote(asked, () => asText(ask(asked).answer));
    if (again !== undefined && answers[index] !== undefined && again !== answers[index])
      note('not the same twice', asked);
  }
  done += batch.length;
  const found = [...flaws.values()].reduce((sum, list) => sum + list.length, 0);
  console.log(`${done} of ${total}, ${Math.round((performance.now() - started) / 1000)} s, ${found} flaws`);
}

console.table({
  questions: total,
  ...counts,
  ...Object.fromEntries([...flaws].map(([flaw, list]) => [flaw, list.length])),
});
for (const [flaw, list] of flaws) for (const asked of list.slice(0, 5)) console.log(`${flaw}: ${shown(asked)}`);
console.log('The slowest, in ms, and the least of three more times:');
for (const { ms, again, ...asked } of slowest) console.log(`${ms.toFixed(1)} (${again.toFixed(1)}): ${shown(asked)}`);
if (flaws.size > 0) process.exitCode = 1;
