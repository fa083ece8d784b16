import { describe, expect, test } from 'vitest';
import { desk, NOW } from '../support/desk.ts';

const firstLine = (question: string, thread: string[] = []) =>
  desk()
    .ask(question, { now: NOW, thread })
    .statements[0]!.runs.map(({ text }) => text)
    .join('');

describe('an answer for which little speaks', () => {
  test('says first that it is the closest match, and what the record does not mention', () => {
    expect(firstLine('when did the Guards shut the world’s main oil chokepoint')).toBe(
      'Closest match; the record of it does not mention “world’s”:',
    );
  });

  test('of one that is well found, nothing is said', () => {
    expect(firstLine('when did Iran strike Ain al-Asad with ballistic missiles')).toMatch(/^8 January 2020/);
  });

  test('of the event of a thread, nothing is said: it was not looked for', () => {
    expect(firstLine('and who on earth claimed it?', ['when was Tower 22 attacked?'])).not.toMatch(/^Closest/);
  });
});
