import { expect, test } from 'vitest';
import { renderPlainText } from '../../../src/render/plain-text.ts';
import { desk, NOW } from '../../support/desk.ts';

const ask = (question: string) => desk().ask(question, { now: NOW });

test('who asks for the dead of one country is not given those of another, but what a linked event has of them', () => {
  for (const question of [
    'how many Israelis died in the 12-day war',
    'how many people died in Israel in the 12-day war',
  ]) {
    const answer = ask(question);
    expect(answer.status).toBe('declined');
    const [lead, held, linked] = renderPlainText(answer).split('\n');
    expect(lead).toMatch(/^The record gives no such figure for 13 June 2025: Israel strikes /);
    expect(held).toMatch(/^It has: 78 killed \(people in Iran\)/);
    expect(linked).toMatch(/^Linked with it, 13 June 2025, Iran answers Israel .*: 30 killed \(people in Israel/);
  }
});

test('the dead of the country that is asked for lead', () => {
  expect(renderPlainText(ask('how many people were killed in Iran in the 12-day war'))).toMatch(
    /^1,062 killed \(people in Iran/,
  );
});
