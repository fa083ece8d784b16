import { isIP } from 'node:net';
import type { EventFile } from '../load.ts';
import type { Problem } from '../problem.ts';
import { originOf } from '../source-strength.ts';
import type { Rule } from './index.ts';
import { atEvent } from './report.ts';

/** Every statement, figure and correction has a source that exists; an event that one witness reports says so to its readers. */
export const sourceRules: Rule = (reading) =>
  reading.eventFiles.flatMap((event) => [
    ...keys(event),
    ...cited(event, 'figures'),
    ...cited(event, 'corrections'),
    ...statements(event),
    ...single(event),
    ...addresses(event),
  ]);

/** A bare number for a host tells a reader nothing of whose page it is, and passes to somebody else with the machine. */
function addresses(event: EventFile): Problem[] {
  return event.record.sources.flatMap(({ url, strength }, index) =>
    strength === 'other' || isIP(new URL(url).hostname) === 0
      ? []
      : [
          atEvent(
            event,
            ['sources', index, 'url'],
            'bare-address',
            'The address has a bare number for its host.',
            'Give the address that the page has with its publisher, or set strength: other, so that it is cited last.',
            'warning',
          ),
        ],
  );
}

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

function cited(event: EventFile, field: 'figures' | 'corrections'): Problem[] {
  const known = new Set(event.record.sources.map((source) => source.key));
  return (event.record[field] ?? []).flatMap(({ sources }, index) =>
    sources
      .filter((key) => !known.has(key))
      .map((key) =>
        atEvent(
          event,
          [field, index, 'sources'],
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
  if (event.record.time !== undefined) needs.push({ field: 'time', by: ['time'] });
  if (event.record.attribution.note !== undefined) needs.push({ field: 'attribution', by: ['attribution', 'by'] });
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

/** Two pages that give one report are one witness. */
function single(event: EventFile): Problem[] {
  const origins = new Set(event.record.sources.map(originOf));
  if (origins.size > 1) return [];
  const one = event.record.sources.length === 1 ? 'one page' : `the report of ${[...origins].join()} alone`;
  return event.record.caveat === undefined
    ? [
        atEvent(
          event,
          ['sources'],
          'single-source-without-caveat',
          `The event rests on ${one} and does not say so.`,
          'Add a second, independent source, or a caveat that tells the reader.',
        ),
      ]
    : [
        atEvent(
          event,
          ['sources'],
          'single-source',
          `The event rests on ${one}.`,
          'Look for a second, independent source.',
          'warning',
        ),
      ];
}
