import { expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

function ask(question: string) {
  const answer = desk().ask(question, { now: NOW });
  const figures = answer.value && 'figures' in answer.value ? answer.value.figures : [];
  return { status: answer.status, counts: figures.map(({ of }) => of), text: renderPlainText(answer) };
}

test('a count of Iraqis is none of Americans who were treated in Iraq', () => {
  const { status, counts } = ask('how many Iraqis were wounded at Ain al-Asad in January 2020');
  expect(status).toBe('answered');
  expect(counts).toContain('Iraqi forces');
  expect(counts.filter((of) => !/iraqi/i.test(of))).toEqual([]);
});

test('a count of one nation’s dead is none of another’s', () => {
  const { counts, text } = ask('how many French servicemen were killed by the second bomb in Beirut in October 1983');
  expect(text).toMatch(/^58 killed \(French military personnel/);
  expect(counts.filter((of) => /American|U\.S\./.test(of))).toEqual([]);
});

test('where nobody of that nation was counted, no other count stands in', () => {
  const { status, text } = ask('how many Iraqis were killed on the USS Stark');
  expect(status).toBe('declined');
  expect(text).toMatch(/^The record gives no such figure for 17 May 1987/);
});

test('whose people are counted tells a figure, where no measure does', () => {
  const { counts } = ask('how many iraqi troops poured in when Saddam took Kuwait in 1990');
  expect(counts[0]).toMatch(/Iraq/);
});

test('a distance to the base of a nation counts none of its people', () => {
  expect(ask('how many Spaniards were at Besmaya when rockets landed there in March 2020').text).not.toContain(
    'metres',
  );
});
