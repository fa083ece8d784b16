import { join } from 'node:path';
import { Command } from 'commander';
import { createEngine } from '../answer/engine.ts';
import { lintIntents } from '../question/lint/index.ts';
import { type Intents, loadIntents } from '../question/load-language.ts';
import { adviseTimeline } from '../record/lint/index.ts';
import { readTimelines } from '../record/load.ts';
import { formatProblem, type Problem, RecordError } from '../record/problem.ts';
import type { Timeline } from '../record/timeline.ts';
import type { CommandMaker } from './console.ts';
import { HOME } from './open-dateline.ts';

/** `dateline lint`: every problem of the record and of the intents, one a line. */
export const lintCommand: CommandMaker = (console, setStatus) =>
  new Command('lint')
    .description('Check the record and the intents; prints file, line, field and remedy for each problem.')
    .option('--data <folder>', 'the record to check', join(HOME, 'data'))
    .option('--quiet', 'print errors only, not warnings')
    .action((options: { data: string; quiet?: true }) => {
      const readings = readTimelines(options.data);
      const problems = [
        ...readings.flatMap((reading) => [
          ...reading.problems,
          ...(reading.timeline ? adviseTimeline(reading, reading.timeline) : []),
        ]),
        ...intentProblems(readings.flatMap(({ timeline }) => timeline ?? [])),
      ];
      const errors = problems.filter((problem) => problem.severity === 'error');
      for (const problem of options.quiet ? errors : problems) console.out(`${formatProblem(problem)}\n`);
      const events = readings.reduce((sum, reading) => sum + reading.eventFiles.length, 0);
      console.out(`${events} events: ${errors.length} errors, ${problems.length - errors.length} warnings\n`);
      setStatus(errors.length > 0 ? 1 : 0);
    });

/** What is wrong with the intents; their examples are read by the timelines that could be loaded. */
function intentProblems(timelines: readonly Timeline[]): readonly Problem[] {
  let intents: Intents;
  try {
    intents = loadIntents(join(HOME, 'intents'));
  } catch (error) {
    if (error instanceof RecordError) return error.problems;
    throw error;
  }
  const readers = timelines.map((timeline) => ({
    language: createEngine(timeline, intents.english, intents.intents).language,
    events: new Set(timeline.byId.keys()),
  }));
  return lintIntents(intents.sources, readers);
}
