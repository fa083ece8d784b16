import { join } from 'node:path';
import { Command } from 'commander';
import { loadIntents } from '../question/load-language.ts';
import { adviseTimeline } from '../record/lint/index.ts';
import { readTimelines } from '../record/load.ts';
import { formatProblem, type Problem, RecordError } from '../record/problem.ts';
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
        ...intentProblems(),
      ];
      const errors = problems.filter((problem) => problem.severity === 'error');
      for (const problem of options.quiet ? errors : problems) console.out(`${formatProblem(problem)}\n`);
      const events = readings.reduce((sum, reading) => sum + reading.eventFiles.length, 0);
      console.out(`${events} events: ${errors.length} errors, ${problems.length - errors.length} warnings\n`);
      setStatus(errors.length > 0 ? 1 : 0);
    });

function intentProblems(): readonly Problem[] {
  try {
    loadIntents(join(HOME, 'intents'));
    return [];
  } catch (error) {
    if (error instanceof RecordError) return error.problems;
    throw error;
  }
}
