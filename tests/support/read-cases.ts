import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../src/answer/answer.ts';
import type { Dateline } from '../../src/dateline.ts';
import { toJsonAnswer } from '../../src/render/json.ts';
import { NOW } from './desk.ts';
import { judge, type QuestionCase, type Verdict } from './judge.ts';

/** The folder of the project's own questions. */
const QUESTIONS = join(import.meta.dirname, '..', 'questions');

/** The questions of a file of JSON lines. */
export function readCases(file: string): QuestionCase[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as QuestionCase);
}

/** Every question that the project keeps. */
export function ownCases(): QuestionCase[] {
  return readdirSync(QUESTIONS)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readCases(join(QUESTIONS, name)));
}

/** Asks a question at its own moment and in its own thread; other words may stand in for those of the case. */
export function askCase(dateline: Dateline, one: QuestionCase, question: string = one.question): Answer {
  return dateline.ask(question, { now: one.now === undefined ? NOW : new Date(one.now), thread: one.thread ?? [] });
}

/** What the judge says of an answer to a case. */
export function judgeCase(one: QuestionCase, answer: Answer): Verdict {
  return judge(one, toJsonAnswer(answer, { id: one.id, ms: 0 }));
}
