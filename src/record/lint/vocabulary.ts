import type { Problem } from '../problem.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { Rule } from './index.ts';
import { atFile, remedyForUnknown } from './report.ts';

/** Kinds, weapons and measures have unique ids and refer only to each other. */
export const vocabularyRules: Rule = (reading, timeline) => {
  const kinds = reading.files.get('kinds.yaml')!;
  const weapons = reading.files.get('weapons.yaml')!;
  const measures = reading.files.get('measures.yaml')!;
  const refer = (file: YamlFile, path: PropertyKey[], type: string, id: string, known: ReadonlyMap<string, unknown>) =>
    known.has(id)
      ? []
      : [
          atFile(
            file,
            path,
            `unknown-${type}`,
            `There is no ${type} ${id}.`,
            remedyForUnknown(id, known.keys(), `${type}s.yaml`),
          ),
        ];
  return [
    ...duplicates(kinds, 'kinds'),
    ...duplicates(weapons, 'weapons'),
    ...duplicates(measures, 'measures'),
    ...listOf(kinds, 'kinds').flatMap((kind, index) =>
      ids(kind, 'weapons').flatMap((id) => refer(kinds, ['kinds', index, 'weapons'], 'weapon', id, timeline.weapons)),
    ),
    ...timeline.generic.flatMap((group, index) =>
      group.kinds.flatMap((id) => refer(kinds, ['generic', index, 'kinds'], 'kind', id, timeline.kinds)),
    ),
    ...listOf(weapons, 'weapons').flatMap((weapon, index) =>
      ids(weapon, 'within').flatMap((id) =>
        refer(weapons, ['weapons', index, 'within'], 'weapon', id, timeline.weapons),
      ),
    ),
    ...listOf(measures, 'measures').flatMap((measure, index) =>
      [...ids(measure, 'within'), ...ids(measure, 'covers')].flatMap((id) =>
        refer(measures, ['measures', index], 'measure', id, timeline.measures),
      ),
    ),
    ...circles(weapons, 'weapons'),
    ...circles(measures, 'measures'),
  ];
};

/** Entries that lie inside themselves, by way of others or at once. */
function circles(file: YamlFile, key: string): Problem[] {
  const parents = new Map(listOf(file, key).map((entry) => [String(entry.id), ids(entry, 'within')[0]]));
  return listOf(file, key).flatMap((entry, index) => {
    const id = String(entry.id);
    const seen = new Set<string>();
    let at = parents.get(id);
    while (at !== undefined && at !== id && !seen.has(at)) {
      seen.add(at);
      at = parents.get(at);
    }
    if (at !== id) return [];
    return [
      atFile(
        file,
        [key, index, 'within'],
        'parent-circle',
        `${id} is inside itself.`,
        'Take the circle out of the within fields.',
      ),
    ];
  });
}

type Entry = Record<string, unknown>;

function listOf(file: YamlFile, key: string): Entry[] {
  return ((file.value as Record<string, Entry[]>)[key] ?? []) as Entry[];
}

function ids(entry: Entry, field: string): string[] {
  const value = entry[field];
  return value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [String(value)];
}

function duplicates(file: YamlFile, key: string): Problem[] {
  const seen = new Set<unknown>();
  return listOf(file, key).flatMap((entry, index) => {
    if (!seen.has(entry.id)) {
      seen.add(entry.id);
      return [];
    }
    return [
      atFile(
        file,
        [key, index, 'id'],
        'duplicate-id',
        `The id ${String(entry.id)} is given twice.`,
        'Merge the two entries.',
      ),
    ];
  });
}
