import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { chat } from '../../src/cli/chat.ts';
import { FERRIES } from '../support/broken-timeline.ts';
import { CapturedConsole } from '../support/captured-console.ts';
import { openFolder } from '../support/desk.ts';

const dateline = openFolder(FERRIES);

/** What chat prints for lines that are piped in: the greeting, one reply a line, the end. */
async function replies(input: string): Promise<string[]> {
  const console = new CapturedConsole();
  await chat(dateline, Readable.from([Buffer.from(input)]), console);
  expect(console.errors).toBe('');
  return console.written.split('> ');
}

test('each line is answered, and the end of the input ends it', async () => {
  const printed = await replies('When did the Marigold sink?\nWhen did the Marigold II run aground?');
  expect(printed).toHaveLength(4);
  expect(printed[1]).toContain('2 November 1998');
  expect(printed[2]).toContain('21 August 2009');
  expect(printed[3]).toBe('\n');
});

test('a line is read as a follow-up of those before it, until an empty line', async () => {
  const [, , followUp, empty, alone] = await replies('When did the Marigold sink?\nWhere was it?\n\nWhere was it?\n');
  expect(followUp).toContain('Skarnholm, Lake Orvane');
  expect(empty).toBe('\n');
  expect(alone).not.toContain('Skarnholm, Lake Orvane');
});

test('what is no question is answered all the same', async () => {
  const printed = await replies(`🚢\n${'when '.repeat(8000)}\n\u0000\u0007\n`);
  expect(printed).toHaveLength(5);
  for (const reply of printed.slice(1, 4)) expect(reply.trim()).not.toBe('');
});

test('no input at all greets and ends', async () => {
  expect(await replies('')).toHaveLength(2);
});
