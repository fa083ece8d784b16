import { CompiledQuery, type Kysely, type KyselyPlugin } from 'kysely';
import type { Database } from '../../src/store/database/database.ts';
import type { Tables } from '../../src/store/database/tables.ts';

/** A database that keeps the queries that go through it. */
export function listen(database: Database): { database: Database; queries: CompiledQuery[] } {
  const queries: CompiledQuery[] = [];
  const compile = database.db.getExecutor();
  const listener: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      queries.push(compile.compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { database: { ...database, db: database.db.withPlugin(listener) }, queries };
}

/**
 * The steps of a query by which a database reads every row of a table, or of an index, or sorts what it has found.
 * @returns each as the database names it; empty where the query goes straight to what it wants
 */
export async function slowSteps({ kind, db }: Database, query: CompiledQuery): Promise<string[]> {
  return kind === 'sqlite' ? slowStepsOfSqlite(db, query) : slowStepsOfPostgres(db, query);
}

async function slowStepsOfSqlite(db: Kysely<Tables>, { sql, parameters }: CompiledQuery): Promise<string[]> {
  const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(plan as CompiledQuery<{ detail: string }>);
  return rows
    .map(({ detail }) => detail)
    .filter((detail) => /^SCAN (?!\d|CONSTANT)/.test(detail) || detail.includes('TEMP B-TREE'))
    .filter((detail) => !isHarmless(detail, sql));
}

function isHarmless(detail: string, sql: string): boolean {
  // The first of an index ends it.
  if (detail === 'SCAN outbox_channels USING INDEX outbox_channels_next' && sql.endsWith('limit ?')) return true;
  // What refers to a new row is looked for only while a reference to nothing is open; sqlite.org/foreignkeys.html.
  return detail === 'SCAN outbox' && sql.startsWith('insert into "outbox_channels"');
}

interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Step[];
}

async function slowStepsOfPostgres(db: Kysely<Tables>, { sql, parameters }: CompiledQuery): Promise<string[]> {
  const plan = CompiledQuery.raw(`explain (format json) ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery(plan as CompiledQuery<{ 'QUERY PLAN': { Plan: Step }[] }>);
  return (
    stepsOf(rows[0]!['QUERY PLAN'][0]!.Plan)
      .filter((step) => ['Seq Scan', 'Sort', 'Incremental Sort'].includes(step['Node Type']))
      // It has a row for each time that a backup was brought back.
      .filter((step) => step['Relation Name'] !== 'restores')
      .map((step) => `${step['Node Type']} ${step['Relation Name'] ?? ''}`)
  );
}

function stepsOf(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}
