import { describe, expect, test } from 'vitest';
import type { Dateline } from '../../src/dateline.ts';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { FERRIES } from '../support/broken-timeline.ts';
import { desk, NOW, openFolder } from '../support/desk.ts';

/** What a trace must make plain, and a question that shows it; the last line asks, those before it are its thread. */
type Shown = [string, ...string[]];

// The ferries, whose weights no new event of the real record changes.
const ON_FERRIES: Shown[] = [
  ['one-event', 'when did the ferries collide in Kestrel Sound in 2012'],
  ['several-fit', 'when was the collision in Kestrel Sound'],
  ['no-event', 'when did a ferry sink in Kestrel Sound in 2014'],
  ['a-name-that-is-unknown', 'when did the Blintzheim sink off Skarnholm'],
  ['mended-spelling-and-a-figure', 'how many passengers were kiled when the Marygold sank'],
  ['two-halves', 'how many days between the sinking of the Marigold and the Marigold inquiry'],
  ['hanging-on-an-event', 'what was the first walkout after the sinking of the Marigold'],
  ['said-in-passing', 'I am writing about the Marigold. When did the deckhands strike in 2016?'],
  ['ruled-out', 'what happened in Kestrel Sound in 2012, not the collision'],
  ['in-a-thread', 'when did the Marigold sink', 'and how many were killed'],
  ['no-question-for-a-record', 'should the deckhands strike again'],
];

const ON_THE_RECORD: Shown[] = [
  ['who-did-it-and-the-nearest', 'when did Iran fire missiles at Camp Taji in 2020?'],
  ['a-figure-that-rose', 'how many were wounded at Ain al-Asad in January 2020'],
];

// The traces as `ask --explain` prints them: run `npm test -- -u` after a change and read the difference.
async function show(dateline: Dateline, name: string, thread: readonly string[]): Promise<void> {
  const question = thread.at(-1)!;
  const options = { now: NOW, thread: thread.slice(0, -1) };
  const asked = thread.map((line) => `> ${line}`).join('\n');
  const lead = renderPlainText(dateline.ask(question, options)).split('\n')[0];
  const trace = dateline
    .explain(question, options)
    .map(({ step, detail }) => `${step.padEnd(12)} ${detail}`)
    .join('\n');
  await expect(`${asked}\n${lead}\n\n${trace}\n`).toMatchFileSnapshot(`golden-explain/${name}.golden.txt`);
}

describe('the trace tells in words', () => {
  const ferries = openFolder(FERRIES);
  test.each(ON_FERRIES)('%s', (name, ...thread) => show(ferries, name, thread));
  test.each(ON_THE_RECORD)('%s', (name, ...thread) => show(desk(), name, thread));
});

test('an answer is plain data: what was worked out for the question is not kept with it', () => {
  for (const [, ...thread] of ON_THE_RECORD) {
    const answer = desk().ask(thread.at(-1)!, { now: NOW });
    const properties = Object.values(Object.getOwnPropertyDescriptors(answer));
    expect(properties.filter(({ get, value }) => get !== undefined || typeof value === 'function')).toEqual([]);
  }
});

test('there is nothing to tell of what could not be read', () => {
  for (const unreadable of ['?!', 'when '.repeat(500)]) expect(desk().explain(unreadable, { now: NOW })).toEqual([]);
});
