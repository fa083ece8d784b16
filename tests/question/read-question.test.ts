import { expect, test } from 'vitest';
import { desk, NOW } from '../support/desk.ts';

const trace = (question: string) =>
  desk()
    .explain(question, { now: NOW })
    .map(({ step, detail }) => `${step}: ${detail}`);

test('a date that begins the name of somebody is no date', () => {
  const read = trace('did the 9/11 Commission blame bin Laden for the Cole');
  expect(read.filter((line) => line.startsWith('date:'))).toEqual([]);
  expect(read.join('\n')).toContain('the actor 9/11 Commission');
  expect(trace('did the Cole bombing come before 9/11').some((line) => line.startsWith('date:'))).toBe(true);
});
