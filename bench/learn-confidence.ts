/**
 * Learns the weights of src/answer/confidence.json from question files written from the record, each question asked of
 * the record as it is and of the record without the event that it is about: whatever stands first then is wrong.
 *
 *     node bench/learn-confidence.ts [FILE.jsonl …]     default: tests/questions/*.jsonl; takes some minutes
 *
 * Prints, for folds that it did not learn from, what each threshold would answer right and wrong. See decide.ts for the
 * threshold in use.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAsk, describe, find } from '../src/answer/ask.ts';
import { confidence } from '../src/answer/confidence.ts';
import { type Evidence, evidenceFor } from '../src/answer/evidence.ts';
import { createEngines } from '../src/dateline.ts';
import { prepare } from '../src/prepare.ts';
import { HOME } from '../src/prepared/home.ts';
import { readQuestion } from '../src/question/read-question.ts';
import type { Timeline } from '../src/record/timeline.ts';
import { intents, NOW, record } from '../tests/support/desk.ts';
import type { QuestionCase } from '../tests/support/judge.ts';
import { ownCases, readCases } from '../tests/support/read-cases.ts';
import { withoutEvents } from '../tests/support/removal.ts';
import { learn, type Sample } from './logistic-regression.ts';

/** Kinds of question that describe one event as a whole. */
const ABOUT_ONE = new Set([
  'date',
  'place',
  'actor',
  'figure',
  'cause',
  'yes-no',
  'false-premise',
  'outside',
  'washington-date',
  'ambiguous',
]);
const TODAY = Temporal.PlainDate.from(NOW.toISOString().slice(0, 10));
const FOLDS = 5;
const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

interface Asked extends Sample {
  id: string;
  removed: boolean;
}

const files = process.argv.slice(2);
const cases = (files.length > 0 ? files.flatMap(readCases) : ownCases()).filter(
  (one) => ABOUT_ONE.has(one.type) && !one.thread?.length,
);
const [timeline] = record();
const answerable = (one: QuestionCase) =>
  [one.expect.status].flat().includes('answered') && one.expect.first !== undefined;

const samples: Asked[] = ask(timeline!, cases, undefined);
const byEvent = Map.groupBy(
  cases.filter((one) => answerable(one) && one.expect.first!.length === 1),
  (one) => one.expect.first![0]!,
);
let done = 0;
for (const [event, its] of byEvent) {
  samples.push(...ask(withoutEvents(timeline!, new Set([event])), its, event));
  if (++done % 50 === 0) console.error(`${done} of ${byEvent.size} events`);
}

function ask(from: Timeline, questions: readonly QuestionCase[], removed: string | undefined): Asked[] {
  const [engine] = createEngines(prepare([from], intents()));
  return questions.flatMap((one): Asked[] => {
    const asked = createAsk(engine!, readQuestion(one.question, engine!.language, TODAY), TODAY);
    const finding = find(asked, describe(asked));
    const best = finding.candidates.find((candidate) => candidate.possible);
    if (!best) return [];
    const right = removed === undefined && answerable(one) && one.expect.first!.includes(best.facts.event.id);
    return [{ id: one.id, removed: removed !== undefined, right, evidence: evidenceFor(best, finding) }];
  });
}

const names = Object.keys(samples[0]!.evidence) as (keyof Evidence)[];
const ids = [...new Set(samples.map(({ id }) => id))].sort();
const foldOf = new Map(ids.map((id, index) => [id, (index * 7) % FOLDS]));
const judged = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
  const learnt = learn(
    samples.filter(({ id }) => foldOf.get(id) !== fold),
    names,
  );
  return samples
    .filter(({ id }) => foldOf.get(id) === fold)
    .map((sample) => ({ ...sample, sure: confidence(sample.evidence, learnt) }));
});
console.table(
  THRESHOLDS.map((threshold) => {
    const given = judged.filter(({ sure }) => sure >= threshold);
    return {
      threshold,
      right: given.filter(({ right }) => right).length,
      wrong: given.filter(({ right, removed }) => !right && !removed).length,
      'wrong without its event': given.filter(({ removed }) => removed).length,
    };
  }),
);
console.log(
  `of ${judged.filter(({ right }) => right).length} right, ${judged.filter(({ removed }) => removed).length} asked without their event`,
);
writeFileSync(join(HOME, 'src/answer/confidence.json'), `${JSON.stringify(learn(samples, names), null, 2)}\n`);
