import { INTENTS } from '../prepared/home.ts';
import { loadIntents } from '../question/load-language.ts';
import { formatEdtf } from '../record/format-date.ts';
import { readTimelines, type TimelineReading } from '../record/load.ts';
import { formatProblem, type Problem, RecordError } from '../record/problem.ts';
import { type Finding, findingsOf } from './finding.ts';

const record = findingsOf('record');

/** After so many days without a new one, a timeline is called old. */
const OLD_AFTER_DAYS = 180;
const DAY = 24 * 60 * 60_000;

/** Whether the record and the intents load, and how long ago the record ends. */
export function checkRecord(folder: string, now: Date): Finding[] {
  try {
    const readings = readTimelines(folder);
    const errors = readings.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return [brokenRecord(errors)];
    loadIntents(INTENTS);
    return readings.map((reading) => coverageOf(reading, now));
  } catch (error) {
    if (error instanceof RecordError) return [brokenRecord(error.problems)];
    throw error;
  }
}

function brokenRecord(problems: readonly Problem[]): Finding {
  const [first] = problems;
  const others = problems.length > 1 ? ` and ${problems.length - 1} more` : '';
  return record.problem(`${first ? formatProblem(first) : 'cannot be loaded'}${others}: see "dateline lint"`);
}

function coverageOf({ timeline, eventFiles }: TimelineReading, now: Date): Finding {
  const { name, coverage } = timeline!.card;
  const days = Math.floor((now.getTime() - Date.parse(coverage.to)) / DAY);
  const told = `${name}: ${eventFiles.length} events, covered until ${formatEdtf(coverage.to)}`;
  if (days <= OLD_AFTER_DAYS) return record.ok(told);
  return record.warning(`${told}, ${days} days ago: add what happened since, as data/README.md tells`);
}
