import type { EventRecord } from '../event-schema.ts';
import type { Rule } from './index.ts';
import { atEvent, remedyForUnknown } from './report.ts';

/** Every id by which an event names a kind, weapon, place, actor, person or measure resolves. */
export const nameRules: Rule = (reading, timeline) => {
  const { gazetteer } = timeline;
  const tables: Record<string, { known: ReadonlyMap<string, unknown>; file: string }> = {
    kind: { known: timeline.kinds, file: 'kinds.yaml' },
    weapon: { known: timeline.weapons, file: 'weapons.yaml' },
    place: { known: gazetteer.places, file: 'places.yaml' },
    actor: { known: gazetteer.actors, file: 'actors.yaml' },
    person: { known: gazetteer.people, file: 'people.yaml' },
    measure: { known: timeline.measures, file: 'measures.yaml' },
  };
  return [...reading.eventFiles, ...reading.candidates].flatMap((event) =>
    namesOf(event.record).flatMap(({ type, id, path }) => {
      const table = tables[type]!;
      if (table.known.has(id)) return [];
      return [
        atEvent(
          event,
          path,
          `unknown-${type}`,
          `There is no ${type} ${id}.`,
          remedyForUnknown(id, table.known.keys(), table.file),
        ),
      ];
    }),
  );
};

interface Named {
  type: string;
  id: string;
  path: PropertyKey[];
}

function namesOf(record: EventRecord): Named[] {
  const list = (type: string, ids: readonly string[] | undefined, ...path: PropertyKey[]): Named[] =>
    (ids ?? []).map((id, index) => ({ type, id, path: [...path, index] }));
  const { attribution } = record;
  return [
    { type: 'kind', id: record.kind, path: ['kind'] },
    ...list('weapon', record.weapons, 'weapons'),
    ...list('place', record.places, 'places'),
    ...list('actor', record.by, 'by'),
    ...list('actor', record.against, 'against'),
    ...list('actor', attribution.claimedBy, 'attribution', 'claimedBy'),
    ...list('actor', attribution.deniedBy, 'attribution', 'deniedBy'),
    ...(attribution.accused ?? []).map(({ actor }, index) => ({
      type: 'actor',
      id: actor,
      path: ['attribution', 'accused', index, 'actor'],
    })),
    ...(record.people ?? []).map(({ person }, index) => ({
      type: 'person',
      id: person,
      path: ['people', index, 'person'],
    })),
    ...(record.figures ?? []).map(({ what }, index) => ({
      type: 'measure',
      id: what,
      path: ['figures', index, 'what'],
    })),
  ];
}
