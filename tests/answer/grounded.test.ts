import { describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

const ask = (question: string) => desk().ask(question, { now: NOW });

describe('what the record only speaks of in passing is declined', () => {
  test.each([
    ['several events whose bodies alone have the words', 'when was bin Laden killed'],
    ['the same asked for the doer', 'who killed bin Laden'],
    ['the same asked for a number', 'how many were killed by bin Laden'],
    ['words without a toll', 'when did the twin towers fall'],
    ['somebody who was suspected and is not said to have been killed', 'when was Zarqawi killed'],
  ])('%s', (_, question) => {
    expect(ask(question)).toMatchObject({ status: 'declined', events: [] });
  });

  test('and the decline repeats the toll that was asked for', () => {
    expect(renderPlainText(ask('when was bin Laden killed'))).toContain('no event with “killed”');
  });
});

test.each(['when was he killed', 'who killed him', 'how many were killed'])(
  'a toll alone describes no event, and the answer asks for more: %s',
  (question) => {
    const answer = ask(question);
    expect(answer).toMatchObject({ status: 'declined', events: [], nearest: [] });
    expect(renderPlainText(answer)).toContain('Name a person, a place or a date.');
  },
);

test('who was killed is still found by name', () => {
  expect(ask('when was Nasrallah killed').value).toEqual({ date: '2024-09-27' });
});
