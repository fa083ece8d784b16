import { Command } from 'commander';
import type { CommandMaker } from './console.ts';
import { dataFolder } from './data-folder.ts';

interface CorrectionsOptions {
  json?: true;
  data?: string;
}

/** `dateline corrections`: what the record said wrongly once, the newest first. */
export const correctionsCommand: CommandMaker = ({ console, open }) =>
  new Command('corrections')
    .description('Print what the record said wrongly once, the newest first, with the sources that bear it out.')
    .argument('[event]', 'the id of an event: only its corrections')
    .option('--json', 'print the answer as one line of JSON')
    .option('--data <folder>', 'read the record from this folder')
    .action(async (event: string | undefined, options: CorrectionsOptions, command: Command) => {
      const began = performance.now();
      const dateline = await open(dataFolder(options.data));
      const answer = dateline.corrections(event === undefined ? {} : { event });
      // The log tells of withdrawn events too, which are held no more.
      const told = answer.statements.some(({ role }) => role === 'item');
      if (event !== undefined && !told && !dateline.event(event))
        command.error(`The record holds no event ${event}: ids stand in the answers that --json prints.`);
      const { renderJson } = await import('../render/json.ts');
      const { renderPlainText } = await import('../render/plain-text.ts');
      const ms = performance.now() - began;
      console.out(`${options.json ? renderJson(answer, { id: null, ms }) : renderPlainText(answer)}\n`);
    });
