import { describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

const answer = (question: string) => desk().ask(question, { now: NOW });

function values(question: string): unknown[] {
  const { value } = answer(question);
  return value && 'figures' in value ? value.figures.map((figure) => figure.value) : [];
}

describe('of the counts of a toll', () => {
  const wounded = values('how many Americans were wounded at Ain al-Asad in January 2020');

  test('the newest stands first', () => {
    expect(wounded[0]).toBe(110);
    expect(wounded.length).toBeGreaterThan(2);
  });

  test('the first stands first where that is asked for', () => {
    expect(values('what was the first count of the wounded at Ain al-Asad in January 2020')[0]).not.toBe(110);
  });
});

test('who asks for the dead is told the dead, and another measure only by its name', () => {
  const text = renderPlainText(answer('how many sailors were killed on the USS Stark'));
  expect(text).toMatch(/^37 killed/);
  expect(values('how many sailors were killed on the USS Stark')).not.toContain(21);
});

test('a share is asked for with a sign as with a word', () => {
  const asked = 'of Qatar’s LNG export capacity was lost at Ras Laffan';
  expect(values(`what % ${asked}`)).toEqual(values(`what percent ${asked}`));
  expect(values(`what % ${asked}`)).not.toEqual([]);
});

test('a figure that the event does not hold is not replaced by another', () => {
  expect(answer('how many tanks were destroyed in the USS Cole bombing')).toMatchObject({ status: 'declined' });
});
