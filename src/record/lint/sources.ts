import type { EventFile } from '../load.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './index.ts';
import { atEvent } from './report.ts';

/** Every statement and figure has a source that exists; an event that rests on one page says so to its readers. */
export const sourceRules: Rule = (reading) =>
  reading.eventFiles.flatMap((event) => [...keys(event), ...figures(event), ...statements(event), ...single(event)]);

function keys(event: EventFile): Problem[] {
  const seen = new Set<string>();
  return event.record.sources.flatMap(({ key }, index) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      atEvent(
        event,
        ['sources', index, 'key'],
        'duplicate-source-key',
        `The key ${key} is used twice.`,
        'Give each source a key of its own.',
      ),
    ];
  });
}

function figures(event: EventFile): Problem[] {
  const known = new Set(event.record.sources.map((source) => source.key));
  return (event.record.figures ?? []).flatMap((figure, index) =>
    figure.sources
      .filter((key) => !known.has(key))
      .map((key) =>
        atEvent(
          event,
          ['figures', index, 'sources'],
          'unknown-source',
          `No source has the key ${key}.`,
          `Use one of ${[...known].join(', ')}, or add the source.`,
        ),
      ),
  );
}

/** The statements that must be supported by name; the rest of an event follows from its date and summary. */
function statements(event: EventFile): Problem[] {
  const supported = new Set(event.record.sources.flatMap((source) => source.supports as string[]));
  const needs: { field: string; by: string[] }[] = [{ field: 'date', by: ['date'] }];
  if (event.record.time !== undefined) needs.push({ field: 'time', by: ['time', 'homeDate', 'figures', 'date'] });
  if (event.record.attribution.note !== undefined)
    needs.push({ field: 'attribution', by: ['attribution', 'by', 'summary', 'figures', 'date'] });
  return needs
    .filter(({ by }) => !by.some((statement) => supported.has(statement)))
    .map(({ field }) =>
      atEvent(
        event,
        [field],
        'unsupported-statement',
        `No source supports the ${field}.`,
        `Add ${field} to the supports of the source that states it, or add a source.`,
      ),
    );
}

function single(event: EventFile): Problem[] {
  if (event.record.sources.length > 1) return [];
  return event.record.caveat === undefined
    ? [
        atEvent(
          event,
          ['sources'],
          'single-source-without-caveat',
          'The event rests on one page and does not say so.',
          'Add a second source, or a caveat that tells the reader.',
        ),
      ]
    : [
        atEvent(
          event,
          ['sources'],
          'single-source',
          'The event rests on one page.',
          'Look for a second, independent source.',
          'warning',
        ),
      ];
}
