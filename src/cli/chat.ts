import { createInterface } from 'node:readline';
import type { Dateline } from '../dateline.ts';
import { renderPlainText } from '../render/plain-text.ts';
import type { Console } from './console.ts';

/** Earlier questions that a new one may lean on. */
const REMEMBERED = 10;

/** Answers each line of the input until it ends; an empty line starts a new thread. */
export async function chat(dateline: Dateline, input: NodeJS.ReadableStream, console: Console): Promise<void> {
  const thread: string[] = [];
  console.out('Ask a question; an empty line starts a new thread, Ctrl-D ends.\n> ');
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const question = line.trim();
    if (question === '') thread.length = 0;
    else {
      const answer = dateline.ask(question, { now: new Date(), thread: thread.slice(-REMEMBERED) });
      thread.push(question);
      console.out(`${renderPlainText(answer)}\n`);
    }
    console.out('\n> ');
  }
  console.out('\n');
}
