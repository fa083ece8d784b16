import type { Problem } from '../../record/problem.ts';
import type { IntentReading } from '../intent.ts';
import type { Example } from '../intent-schema.ts';
import type { Language } from '../language.ts';
import type { IntentSource } from '../load-language.ts';
import { readQuestion } from '../read-question.ts';
import { quoted, warnAt } from './entries.ts';

/** A timeline by which examples are read: its language, and the ids of its events. */
export interface Reader {
  language: Language;
  events: ReadonlySet<string>;
}

/** The day on which an example is read that names no moment: which intent is read hangs on no date. */
const ANY_DAY = '2026-01-01';

/**
 * Examples that the phrasings of their own file do not read: another intent's fit better, or none fits. An example is
 * read by the timelines that hold its event, or by any where it names none; one that reads it rightly is enough.
 */
export function misreadExamples(sources: readonly IntentSource[], readers: readonly Reader[]): Problem[] {
  return sources.flatMap((source) =>
    source.examples.flatMap((example, index) => {
      const { event } = example;
      const readings = readers
        .filter(({ events }) => event === undefined || events.has(event))
        .map(({ language }) => readQuestion(example.ask, language, dayOf(example)).intent);
      const inThread = (example.thread ?? []).length > 0;
      const own = readings.some((reading) => reading?.intent === source.intent.name || (inThread && !reading));
      if (own || readings.length === 0) return [];
      return [
        warnAt(
          { source, index },
          'examples',
          'misread-example',
          `"${example.ask}" ${readAs(readings[0])}, not as ${source.intent.name}.`,
          'Add the phrasing that it is an example of or give that a weight, or move the example to the file that reads it.',
        ),
      ];
    }),
  );
}

function readAs(reading: IntentReading | undefined): string {
  const best = reading?.fitted[0];
  return best ? `is read as ${best.intent} by ${quoted(best.phrasing)}` : 'is fitted by no phrasing';
}

function dayOf({ now }: Example): Temporal.PlainDate {
  return Temporal.PlainDate.from(now?.slice(0, 10) ?? ANY_DAY);
}
