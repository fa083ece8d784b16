import type { Problem } from '../problem.ts';
import { nameKey } from '../words.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { Rule } from './index.ts';
import { atFile, remedyForUnknown } from './report.ts';

interface Entry {
  id: string;
  name: string;
  short?: string | undefined;
  aliases: readonly string[];
  within?: readonly string[] | undefined;
}

/** Gazetteer entries have unique ids, parents that exist without a circle, and names that nobody else of their sort has. */
export const gazetteerRules: Rule = (reading, timeline) => {
  const { places, actors, people } = timeline.gazetteer;
  const placesFile = reading.files.get('places.yaml')!;
  const actorsFile = reading.files.get('actors.yaml')!;
  const peopleFile = reading.files.get('people.yaml')!;
  return [
    ...uniqueIds(placesFile, 'places'),
    ...uniqueIds(actorsFile, 'actors'),
    ...uniqueIds(peopleFile, 'people'),
    ...parents(placesFile, 'places', places),
    ...parents(actorsFile, 'actors', actors),
    ...collisions(placesFile, 'places', [...places.values()]),
    ...collisions(actorsFile, 'actors', [...actors.values()]),
    ...collisions(peopleFile, 'people', [...people.values()]),
    ...[...actors.values()].flatMap((actor) =>
      actor.country === undefined || places.has(actor.country)
        ? []
        : [
            unknown(
              actorsFile,
              pathOf(actorsFile, 'actors', actor.id, 'country'),
              'place',
              actor.country,
              places.keys(),
              'places.yaml',
            ),
          ],
    ),
    ...[...people.values()].flatMap((person) =>
      person.of === undefined || actors.has(person.of)
        ? []
        : [
            unknown(
              peopleFile,
              pathOf(peopleFile, 'people', person.id, 'of'),
              'actor',
              person.of,
              actors.keys(),
              'actors.yaml',
            ),
          ],
    ),
  ];
};

function unknown(
  file: YamlFile,
  path: PropertyKey[],
  type: string,
  id: string,
  known: Iterable<string>,
  where: string,
): Problem {
  return atFile(file, path, `unknown-${type}`, `There is no ${type} ${id}.`, remedyForUnknown(id, known, where));
}

/** Where a field of the entry with an id stands in its file: the last such entry, which is the one that counts. */
function pathOf(file: YamlFile, key: string, id: string, field: string): PropertyKey[] {
  const entries = (file.value as Record<string, Entry[]>)[key] ?? [];
  return [key, entries.findLastIndex((entry) => entry.id === id), field];
}

function uniqueIds(file: YamlFile, key: string): Problem[] {
  const seen = new Set<string>();
  return ((file.value as Record<string, Entry[]>)[key] ?? []).flatMap((entry, index) => {
    if (!seen.has(entry.id)) {
      seen.add(entry.id);
      return [];
    }
    return [
      atFile(file, [key, index, 'id'], 'duplicate-id', `The id ${entry.id} is given twice.`, 'Merge the two entries.'),
    ];
  });
}

function parents(file: YamlFile, key: string, entries: ReadonlyMap<string, Entry>): Problem[] {
  return [...entries.values()].flatMap((entry) => {
    const missing = (entry.within ?? []).filter((id) => !entries.has(id));
    const path = pathOf(file, key, entry.id, 'within');
    if (missing[0] !== undefined)
      return [unknown(file, path, key === 'places' ? 'place' : 'actor', missing[0], entries.keys(), file.file)];
    return reaches(entry.id, entry.within ?? [], entries, new Set())
      ? [
          atFile(
            file,
            path,
            'parent-circle',
            `${entry.id} is inside itself.`,
            'Take the circle out of the within fields.',
          ),
        ]
      : [];
  });
}

function reaches(id: string, from: readonly string[], entries: ReadonlyMap<string, Entry>, seen: Set<string>): boolean {
  return from.some((parent) => {
    if (parent === id) return true;
    if (seen.has(parent)) return false;
    seen.add(parent);
    return reaches(id, entries.get(parent)?.within ?? [], entries, seen);
  });
}

function collisions(file: YamlFile, key: string, entries: readonly Entry[]): Problem[] {
  const owner = new Map<string, string>();
  return entries.flatMap((entry) =>
    [entry.name, entry.short, ...entry.aliases].flatMap((name) => {
      if (name === undefined) return [];
      const folded = nameKey(name);
      const other = owner.get(folded);
      if (other === undefined || other === entry.id) {
        owner.set(folded, entry.id);
        return [];
      }
      return [
        atFile(
          file,
          pathOf(file, key, entry.id, 'aliases'),
          'alias-collision',
          `"${name}" of ${entry.id} is already a name of ${other}.`,
          'Keep it with the one that people mean by it, and take it from the other.',
        ),
      ];
    }),
  );
}
