import { basename, extname } from 'node:path';
import type { Rule } from './index.ts';
import { atEvent } from './report.ts';

/** Ids are unique, among candidates too, and name their file. */
export const identityRules: Rule = (reading) => {
  const seen = new Map<string, string>();
  return [...reading.eventFiles, ...reading.candidates].flatMap((event) => {
    const { id } = event.record;
    const problems = [];
    const earlier = seen.get(id);
    if (earlier === undefined) seen.set(id, event.file.file);
    else {
      problems.push(
        atEvent(
          event,
          ['id'],
          'duplicate-id',
          `The id ${id} is already that of ${earlier}.`,
          'Give one of the two another id, or merge them.',
        ),
      );
    }
    const name = basename(event.file.file, extname(event.file.file));
    if (name !== id) {
      problems.push(
        atEvent(
          event,
          ['id'],
          'file-name',
          `The file is called ${name}, its id is ${id}.`,
          `Rename the file to ${id}.yaml.`,
        ),
      );
    }
    return problems;
  });
};
