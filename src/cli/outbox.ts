import { Command, InvalidArgumentError, Option } from 'commander';
import { DELIVERY_STATES, type DeliveryState } from '../store/outbox.ts';
import type { CommandMaker } from './console.ts';

interface ListOptions {
  state?: DeliveryState;
  limit: number;
  json?: boolean;
}

/** `dateline outbox`: the messages that are owed, in the store that `DATABASE_URL` or `DATELINE_STORE` names. */
export const outboxCommand: CommandMaker = ({ console, setStatus }) => {
  const outbox = new Command('outbox').description('Look at the messages that are owed, try them again or drop them.');
  outbox
    .command('list', { isDefault: true })
    .description('Print the messages in the outbox, oldest first, with the reason of those that were not posted.')
    .addOption(new Option('--state <state>', 'only those in this state').choices(DELIVERY_STATES))
    .addOption(new Option('--limit <count>', 'how many at most').argParser(parseCount).default(100))
    .option('--json', 'print a JSON object a line')
    .action(async (options: ListOptions) => {
      const { listOutbox } = await import('./outbox-actions.ts');
      await listOutbox(options, console);
    });
  outbox
    .command('retry')
    .description('Try a message that is held back again; all of them where no key is given.')
    .argument('[key]', 'the key of the message')
    .action(async (key: string | undefined) => {
      const { retryOutbox } = await import('./outbox-actions.ts');
      setStatus(await retryOutbox(key, console));
    });
  outbox
    .command('drop')
    .description('Give a message up that waits or is held back: it will not be posted.')
    .argument('<key>', 'the key of the message')
    .action(async (key: string) => {
      const { dropFromOutbox } = await import('./outbox-actions.ts');
      setStatus(await dropFromOutbox(key, console));
    });
  return outbox;
};

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return count;
}
