import { Command } from 'commander';
import type { CommandMaker } from './console.ts';

/** `dateline store`: the store of what users create, which `DATABASE_URL` or `DATELINE_STORE` names. */
export const storeCommand: CommandMaker = ({ console }) => {
  const store = new Command('store').description('Look at the store of what users create, or copy it.');
  store
    .command('status')
    .description('Print which database holds the store, its schema, and how many rows each table has.')
    .action(async () => {
      const { showStatus } = await import('./store-actions.ts');
      await showStatus(console);
    });
  store
    .command('backup')
    .description('Write what the store holds to a file, while Dateline may go on running.')
    .argument('<file>', 'the file to write')
    .option('--force', 'replace the file if there is one')
    .action(async (file: string, { force = false }: { force?: boolean }) => {
      const { backUpStore } = await import('./store-actions.ts');
      await backUpStore(file, force, console);
    });
  store
    .command('restore')
    .description('Bring back what a backup holds, all of it or nothing. Stop Dateline before.')
    .argument('<file>', 'the backup')
    .option('--replace', 'delete what the store holds')
    .action(async (file: string, { replace = false }: { replace?: boolean }) => {
      const { restoreStore } = await import('./store-actions.ts');
      await restoreStore(file, replace, console);
    });
  store
    .command('reencrypt')
    .description('Encrypt with the first key of DATELINE_ENCRYPTION_KEY what was encrypted with another.')
    .action(async () => {
      const { reencryptStore } = await import('./store-actions.ts');
      await reencryptStore(console);
    });
  return store;
};
