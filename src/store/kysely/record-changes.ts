import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { storableText } from '../database/storable-text.ts';
import type { Tables } from '../database/tables.ts';
import type { NotedEvent, RecordChange, RecordChangeRepository } from '../record-changes.ts';
import { inPortions } from './in-portions.ts';
import { inTransaction, type Queries } from './in-transaction.ts';

/** How many changes a list gives at most. */
const CHANGES_LIMIT = 1_000;

/** The fingerprint of each field of an event, by the event's id. */
type Fingerprints = Map<string, Readonly<Record<string, string>>>;
type Difference = Pick<RecordChange, 'event' | 'kind' | 'fields'>;

export class KyselyRecordChanges implements RecordChangeRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  note(timeline: string, events: readonly NotedEvent[], now: Date): Promise<RecordChange[]> {
    const found: Fingerprints = new Map(events.map(({ event, fields }) => [storableText(event), fields]));
    return inTransaction(this.#db, async (db) => {
      const first = await keepOthersOut(db, timeline, now);
      const differences = differencesOf(await notedEvents(db, timeline), found);
      await remember(db, timeline, differences, found);
      if (first) return [];
      const changes = differences.map((difference) => ({
        timeline: storableText(timeline),
        ...difference,
        notedAt: now,
      }));
      await insertChanges(db, changes);
      return changes;
    });
  }

  async between(after: Date, until: Date): Promise<RecordChange[]> {
    const rows = await this.#db
      .selectFrom('record_changes')
      .selectAll()
      .where('noted_at', '>', after.getTime())
      .where('noted_at', '<=', until.getTime())
      .orderBy('noted_at')
      .orderBy('timeline')
      .orderBy('event_id')
      .limit(CHANGES_LIMIT)
      .execute();
    return rows.map((row) => ({
      timeline: row.timeline,
      event: row.event_id,
      kind: row.kind,
      fields: JSON.parse(row.fields) as string[],
      notedAt: new Date(row.noted_at),
    }));
  }

  async purge(before: Date): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('record_changes')
      .where('noted_at', '<', before.getTime())
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}

/** Until the transaction ends, nobody else notes the timeline. @returns whether it was never noted before */
async function keepOthersOut(db: Queries, timeline: string, now: Date): Promise<boolean> {
  const noted_at = now.getTime();
  const made = await db
    .insertInto('noted_timelines')
    .values({ timeline, noted_at })
    .onConflict((conflict) => conflict.column('timeline').doNothing())
    .returning('timeline')
    .executeTakeFirst();
  if (made) return true;
  await db.updateTable('noted_timelines').set({ noted_at }).where('timeline', '=', timeline).execute();
  return false;
}

async function notedEvents(db: Queries, timeline: string): Promise<Fingerprints> {
  const rows = await db
    .selectFrom('noted_events')
    .select(['event_id', 'fields'])
    .where('timeline', '=', timeline)
    .execute();
  return new Map(rows.map(({ event_id, fields }) => [event_id, JSON.parse(fields) as Record<string, string>]));
}

/** What is new, changed or gone, in the order of the events' ids. */
function differencesOf(before: Fingerprints, now: Fingerprints): Difference[] {
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((event): Difference[] => {
    const was = before.get(event);
    const is = now.get(event);
    if (!was) return [{ event, kind: 'added', fields: [] }];
    if (!is) return [{ event, kind: 'removed', fields: [] }];
    const fields = differentFields(was, is);
    return fields.length === 0 ? [] : [{ event, kind: 'changed', fields }];
  });
}

function differentFields(was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>): string[] {
  const before = new Map(Object.entries(was));
  const now = new Map(Object.entries(is));
  return [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name)).sort();
}

/** Brings what is remembered of a timeline to what was found. */
async function remember(
  db: Queries,
  timeline: string,
  differences: readonly Difference[],
  found: Fingerprints,
): Promise<void> {
  for (const portion of inPortions(differences)) {
    const events = portion.map(({ event }) => event);
    await db.deleteFrom('noted_events').where('timeline', '=', timeline).where('event_id', 'in', events).execute();
    const kept = events.filter((event) => found.has(event));
    if (kept.length === 0) continue;
    await db
      .insertInto('noted_events')
      .values(kept.map((event) => ({ timeline, event_id: event, fields: JSON.stringify(found.get(event)) })))
      .execute();
  }
}

async function insertChanges(db: Queries, changes: readonly RecordChange[]): Promise<void> {
  for (const portion of inPortions(changes)) {
    await db
      .insertInto('record_changes')
      .values(
        portion.map(({ timeline, event, kind, fields, notedAt }) => ({
          id: randomUUID(),
          timeline,
          event_id: event,
          kind,
          fields: JSON.stringify(fields),
          noted_at: notedAt.getTime(),
        })),
      )
      .execute();
  }
}
