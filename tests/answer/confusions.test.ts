import { expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

/** The dates of the events that an answer warns not to confuse its own with. */
function confusions(question: string, ...thread: string[]): string[] {
  const text = renderPlainText(desk().ask(question, { now: NOW, thread }));
  return [...text.matchAll(/Not to be confused with (.*?):/g)].map(([, date]) => date!);
}

const STRIKE = 'when did Iran strike Ain al-Asad?';

test('a question is told of what it describes nearly as well', () => {
  expect(confusions(STRIKE)).toContain('20 January 2024');
});

test('a follow-up that describes nothing is told of what is most like the event of its thread', () => {
  // Iran's missiles on Erbil, and missiles on Ain al-Asad; not whatever else fell on Ain al-Asad.
  const told = ['13 March 2022', '21 November 2023'];
  expect(confusions('how many were wounded?', STRIKE)).toEqual(told);
  expect(confusions('how many were evacuated?', STRIKE)).toEqual(told);
});
