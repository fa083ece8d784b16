import { expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

/** What a trace must make plain, and a question that shows it; the last line asks, those before it are its thread. */
const QUESTIONS: [string, ...string[]][] = [
  ['one-event', 'when was the rocket attack on Besmaya base in March 2020'],
  ['several-fit', 'when was the rocket attack on Besmaya base'],
  ['no-event-and-the-nearest', 'when did Iran fire missiles at Camp Taji in 2020?'],
  ['a-name-that-is-unknown', 'who fired rockets at the Quorvane depot at Taji'],
  ['mended-spelling-and-a-figure', 'how many soldiers were wounnded at Ain al-Asad in January 2020'],
  ['two-halves', 'how long after the killing of Soleimani did Iran strike Ain al-Asad'],
  ['hanging-on-an-event', 'first rocket attack on Balad after the Soleimani killing'],
  ['said-in-passing', 'I am writing about Soleimani. When was Balad hit by rockets in May 2021?'],
  ['ruled-out', 'what happened in Iraq on 4 January 2020, not the rockets'],
  ['in-a-thread', 'when was the USS Cole bombed', 'and how many sailors were killed'],
  ['no-question-for-a-record', 'should the US leave Iraq'],
];

// The traces as `ask --explain` prints them: run `npm test -- -u` after a change and read the difference.
test.each(QUESTIONS)('%s', async (name, ...thread) => {
  const question = thread.pop()!;
  const answer = desk().ask(question, { now: NOW, thread });
  const asked = [...thread, question].map((line) => `> ${line}`).join('\n');
  const lead = renderPlainText(answer).split('\n')[0];
  const trace = answer.trace.map(({ step, detail }) => `${step.padEnd(12)} ${detail}`).join('\n');
  await expect(`${asked}\n${lead}\n\n${trace}\n`).toMatchFileSnapshot(`golden-explain/${name}.golden.txt`);
});
