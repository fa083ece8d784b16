import { Command, InvalidArgumentError } from 'commander';
import type { AskOptions, Dateline } from '../dateline.ts';
import { renderJson } from '../render/json.ts';
import { renderPlainText } from '../render/plain-text.ts';
import type { CommandMaker, Console } from './console.ts';
import { dataFolder } from './data-folder.ts';
import { parseMoment } from './moment.ts';

interface Options {
  json?: true;
  now?: Date;
  thread: string[];
  timeline?: string;
  data?: string;
  explain?: true;
  batch?: string;
}

/** `dateline ask "QUESTION"` and `dateline ask --batch FILE`. */
export const askCommand: CommandMaker = ({ console, open, setStatus }) =>
  new Command('ask')
    .description('Answer a question, or a file of questions, from the record.')
    .argument('[question]', 'the question, in quotes')
    .option('--json', 'print the answer as one line of JSON')
    .option('--now <time>', 'the moment of asking, ISO 8601 (default: the clock)', parseNow)
    .option('--thread <question>', 'an earlier question of the thread, oldest first; may be repeated', collect, [])
    .option('--timeline <name>', 'ask this timeline only')
    .option('--data <folder>', 'read the record from this folder')
    .option('--explain', 'print how the question was read and why the answer won')
    .option('--batch <file>', 'answer each line {"id","question","now"?,"thread"?} of a JSONL file')
    .action(async (question: string | undefined, options: Options) => {
      if (question === undefined && options.batch === undefined) {
        console.error(
          'Ask something: dateline ask "when did Iran strike Ain al-Asad?", or name a file with --batch.\n',
        );
        setStatus(2);
        return;
      }
      const dateline = await open(dataFolder(options.data));
      if (options.batch === undefined) {
        askOne(dateline, question ?? '', options, console);
        return;
      }
      const { answerBatch } = await import('./batch.ts');
      setStatus(await answerBatch(dateline, options.batch, console, options.timeline));
    });

function askOne(dateline: Dateline, question: string, options: Options, console: Console): void {
  const asked: AskOptions = {
    now: options.now ?? new Date(),
    thread: options.thread,
    ...(options.timeline === undefined ? {} : { timeline: options.timeline }),
  };
  // `performance` would do, but loading it takes longer than the answer.
  const started = process.hrtime.bigint();
  const answer = dateline.ask(question, asked);
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  console.out(options.json ? `${renderJson(answer, { id: null, ms })}\n` : `${renderPlainText(answer)}\n`);
  if (options.explain) {
    for (const { step, detail } of dateline.explain(question, asked)) console.out(`  ${step.padEnd(12)} ${detail}\n`);
  }
}

function parseNow(value: string): Date {
  const now = parseMoment(value);
  if (!now) throw new InvalidArgumentError('Write a moment as ISO 8601, for example 2026-11-22T12:00:00Z.');
  return now;
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}
