import type { Gazetteer } from '../record/gazetteer.ts';
import type { TimelineEvent } from '../record/timeline.ts';

/** Fields of an event that are searched, from the most telling to the least. */
export const FIELDS = ['title', 'summary', 'detail', 'wordings', 'sources'] as const;

export type Field = (typeof FIELDS)[number];

/** The text of an event by field. */
export type EventDocument = Record<Field, string>;

/** What a function gives for each field, called in their order. */
export function byField<T>(of: (field: Field) => T): Record<Field, T> {
  return Object.fromEntries(FIELDS.map((field) => [field, of(field)])) as Record<Field, T>;
}

/** The text of an event by field; names of places, actors and people are written out. */
export function eventDocument(event: TimelineEvent, gazetteer: Gazetteer): EventDocument {
  const { attribution } = event;
  const placeNames = event.places.flatMap((id) => {
    const place = gazetteer.places.get(id);
    return place ? [place.name, place.short ?? ''] : [];
  });
  const actorNames = [
    ...event.by,
    ...event.against,
    ...(attribution.claimedBy ?? []),
    ...(attribution.deniedBy ?? []),
  ].map((id) => gazetteer.actors.get(id)?.name ?? '');
  const people = (event.people ?? []).map(({ person, note }) => {
    const known = gazetteer.people.get(person);
    return [known?.name, ...(known?.aliases ?? []), known?.role, note].filter(Boolean).join(' ');
  });
  return {
    title: [event.title, ...(event.names ?? []), ...placeNames].join('. '),
    summary: [event.summary, ...actorNames, ...people].join('. '),
    detail: [
      attribution.note ?? '',
      ...(attribution.accused ?? []).map(({ actor, by }) => `${gazetteer.actors.get(actor)?.name ?? ''} ${by}`),
      ...(event.figures ?? []).map((figure) =>
        [valueText(figure.value), figure.what.replaceAll('-', ' '), figure.of, figure.saidBy, figure.note ?? ''].join(
          ' ',
        ),
      ),
      event.caveat ?? '',
    ].join('. '),
    wordings: (event.wordings ?? []).join('. '),
    sources: event.sources.map((source) => source.title ?? source.description ?? '').join('. '),
  };
}

function valueText(value: number | { from: number; to: number } | { words: string }): string {
  if (typeof value === 'number') return String(value);
  return 'words' in value ? value.words : `${value.from} ${value.to}`;
}
