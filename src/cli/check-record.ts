import { createEngines } from '../dateline.ts';
import { prepare } from '../prepare.ts';
import { INTENTS } from '../prepared/home.ts';
import { lintIntents } from '../question/lint/index.ts';
import { type Intents, loadIntents } from '../question/load-language.ts';
import { adviseTimeline } from '../record/lint/index.ts';
import { readTimelines } from '../record/load.ts';
import { formatProblem, type Problem, RecordError } from '../record/problem.ts';
import type { Timeline } from '../record/timeline.ts';
import type { Console } from './console.ts';

/**
 * Prints every problem of a record and of the intents, one a line, and their number.
 * @param quiet print errors only
 * @param today the day by which a check is long ago, YYYY-MM-DD
 * @returns the exit status: 1 where there is an error
 * @throws RecordError when there is no such record
 */
export function checkRecord(
  dataFolder: string,
  { quiet, today }: { quiet: boolean; today: string },
  console: Console,
): number {
  const readings = readTimelines(dataFolder);
  const problems = [
    ...readings.flatMap((reading) => [
      ...reading.problems,
      ...(reading.timeline ? adviseTimeline(reading, reading.timeline, today) : []),
    ]),
    ...intentProblems(readings.flatMap(({ timeline }) => timeline ?? [])),
  ];
  const errors = problems.filter((problem) => problem.severity === 'error');
  for (const problem of quiet ? errors : problems) console.out(`${formatProblem(problem)}\n`);
  const events = readings.reduce((sum, reading) => sum + reading.eventFiles.length, 0);
  console.out(`${events} events: ${errors.length} errors, ${problems.length - errors.length} warnings\n`);
  return errors.length > 0 ? 1 : 0;
}

/** What is wrong with the intents; their examples are read by the timelines that could be loaded. */
function intentProblems(timelines: readonly Timeline[]): readonly Problem[] {
  let intents: Intents;
  try {
    intents = loadIntents(INTENTS);
  } catch (error) {
    if (error instanceof RecordError) return error.problems;
    throw error;
  }
  const readers = createEngines(prepare(timelines, intents)).map(({ language, timeline }) => ({
    language,
    events: new Set(timeline.byId.keys()),
  }));
  return lintIntents(intents, readers);
}
