import type { EventFile } from '../load.ts';
import type { Problem } from '../problem.ts';
import { fieldPath, type YamlFile } from '../yaml-file.ts';

/** A problem at a field of an event's file. */
export function atEvent(
  event: EventFile,
  path: readonly PropertyKey[],
  rule: string,
  message: string,
  remedy: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return atFile(event.file, path, rule, message, remedy, severity);
}

/** A problem at a field of any file. */
export function atFile(
  file: YamlFile,
  path: readonly PropertyKey[],
  rule: string,
  message: string,
  remedy: string,
  severity: Problem['severity'] = 'error',
): Problem {
  const line = file.lineOf(path);
  return {
    severity,
    rule,
    file: file.file,
    ...(line === undefined ? {} : { line }),
    field: fieldPath(path),
    message,
    remedy,
  };
}

/** The known id closest to an unknown one, for a remedy that says what was probably meant. */
export function nearestId(unknown: string, known: Iterable<string>): string | undefined {
  const parts = new Set(unknown.split('-'));
  let best: { id: string; shared: number } | undefined;
  for (const id of known) {
    const ids = id.split('-');
    const shared = ids.filter((part) => parts.has(part)).length / Math.max(ids.length, parts.size);
    if (shared > 0 && (best === undefined || shared > best.shared)) best = { id, shared };
  }
  return best?.id;
}

/** The remedy for an id that resolves to nothing. */
export function remedyForUnknown(unknown: string, known: Iterable<string>, where: string): string {
  const near = nearestId(unknown, known);
  return near === undefined ? `Add it to ${where}.` : `Did you mean ${near}? Otherwise add it to ${where}.`;
}
