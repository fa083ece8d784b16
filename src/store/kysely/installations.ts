import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { InstallationOwner, InstallationRepository } from '../installations.ts';
import { type SecretBox, UnknownKeyError } from '../secret-box.ts';
import { StoreError } from '../store-error.ts';

type Row = Tables['installations'];
type Owner = Pick<Row, 'owner_kind' | 'owner_id'>;

export class KyselyInstallations implements InstallationRepository {
  readonly #db: Kysely<Tables>;
  readonly #secretBox: SecretBox | undefined;

  /** @param secretBox absent where the operator set no key: nothing can be saved or read then */
  constructor(db: Kysely<Tables>, secretBox: SecretBox | undefined) {
    this.#db = db;
    this.#secretBox = secretBox;
  }

  async save(owner: InstallationOwner, installation: object, now: Date): Promise<void> {
    const row = rowOf(owner);
    const kept = { sealed: this.#box().seal(JSON.stringify(installation), contextOf(row)), saved_at: now.getTime() };
    await this.#db
      .insertInto('installations')
      .values({ ...row, ...kept })
      .onConflict((conflict) => conflict.columns(['owner_kind', 'owner_id']).doUpdateSet(kept))
      .execute();
  }

  async find(owner: InstallationOwner): Promise<unknown> {
    const { owner_kind, owner_id } = rowOf(owner);
    const row = await this.#db
      .selectFrom('installations')
      .selectAll()
      .where('owner_kind', '=', owner_kind)
      .where('owner_id', '=', owner_id)
      .executeTakeFirst();
    return row && JSON.parse(this.#open(row));
  }

  async delete(owner: InstallationOwner): Promise<boolean> {
    const { owner_kind, owner_id } = rowOf(owner);
    const { numDeletedRows } = await this.#db
      .deleteFrom('installations')
      .where('owner_kind', '=', owner_kind)
      .where('owner_id', '=', owner_id)
      .executeTakeFirstOrThrow();
    return numDeletedRows === 1n;
  }

  async owners(): Promise<InstallationOwner[]> {
    const rows = await this.#db
      .selectFrom('installations')
      .select(['owner_kind', 'owner_id'])
      .orderBy('saved_at')
      .orderBy('owner_id')
      .execute();
    return rows.map((row) => (row.owner_kind === 'team' ? { team: row.owner_id } : { enterprise: row.owner_id }));
  }

  async reencrypt(): Promise<number> {
    const box = this.#box();
    const rows = await this.#db.selectFrom('installations').selectAll().execute();
    let count = 0;
    for (const row of rows.filter(({ sealed }) => !box.isNewest(sealed))) {
      // Where a newer installation was saved meanwhile, that one stays.
      const { numUpdatedRows } = await this.#db
        .updateTable('installations')
        .set({ sealed: box.seal(this.#open(row), contextOf(row)) })
        .where('owner_kind', '=', row.owner_kind)
        .where('owner_id', '=', row.owner_id)
        .where('sealed', '=', row.sealed)
        .executeTakeFirstOrThrow();
      count += Number(numUpdatedRows);
    }
    return count;
  }

  #box(): SecretBox {
    if (this.#secretBox) return this.#secretBox;
    throw new StoreError({
      code: 'no-key',
      problem: 'Installations are kept encrypted and no key is set',
      remedy: 'set DATELINE_ENCRYPTION_KEY to the output of "openssl rand -base64 32", and keep it safe',
    });
  }

  #open(row: Row): string {
    const box = this.#box();
    try {
      return box.open(row.sealed, contextOf(row));
    } catch (cause) {
      throw unreadable(row, cause);
    }
  }
}

function rowOf(owner: InstallationOwner): Owner {
  return 'team' in owner
    ? { owner_kind: 'team', owner_id: owner.team }
    : { owner_kind: 'enterprise', owner_id: owner.enterprise };
}

function contextOf({ owner_kind, owner_id }: Owner): string {
  return `installation of ${owner_kind} ${owner_id}`;
}

function unreadable(row: Owner, cause: unknown): StoreError {
  const installation = `The ${contextOf(row)}`;
  const problem =
    cause instanceof UnknownKeyError
      ? {
          code: 'wrong-key' as const,
          problem: `${installation} was encrypted with a key that is not set (fingerprint ${cause.keyId})`,
          remedy: 'add that key to the end of DATELINE_ENCRYPTION_KEY after a comma, or have the app installed again',
        }
      : {
          code: 'damaged-installation' as const,
          problem: `${installation} is damaged`,
          remedy: 'have the app installed again, or restore a backup',
        };
  return new StoreError(problem, { cause });
}
