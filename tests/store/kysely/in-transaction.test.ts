import { expect, test } from 'vitest';
import { migrate } from '../../../src/store/database/migrate.ts';
import { inTransaction } from '../../../src/store/kysely/in-transaction.ts';
import { usePostgres, wherePostgresIs } from '../../support/stores.ts';

wherePostgresIs('two transactions that wait for each other', () => {
  const place = usePostgres();

  test('are both done: the one that is ended for the other is done anew', async () => {
    const database = await place().connect();
    await migrate(database);
    const settings = ['a', 'b'].map((user_id) => ({ team_id: 'T1', user_id, timeline: null, changed_at: 0 }));
    await database.db.insertInto('user_settings').values(settings).execute();
    const bothHaveOne = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let attempts = 0;
    const changeBoth = (mine: number, first: string, second: string) =>
      inTransaction(database.db, async (db) => {
        attempts += 1;
        const change = (user: string) =>
          db
            .updateTable('user_settings')
            .set(({ eb }) => ({ changed_at: eb('changed_at', '+', 1) }))
            .where('user_id', '=', user)
            .execute();
        await change(first);
        bothHaveOne[mine]!.resolve();
        await Promise.all(bothHaveOne.map(({ promise }) => promise));
        await change(second);
      });
    await Promise.all([changeBoth(0, 'a', 'b'), changeBoth(1, 'b', 'a')]);
    const rows = await database.db.selectFrom('user_settings').select('changed_at').execute();
    expect(rows.map(({ changed_at }) => changed_at)).toEqual([2, 2]);
    // The one that is done anew may take its row back before the other has it, and be ended once more.
    expect(attempts).toBeGreaterThanOrEqual(3);
  });
});
