import { describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { FERRIES } from '../support/broken-timeline.ts';
import { NOW, openFolder } from '../support/desk.ts';

const ferries = openFolder(FERRIES);
const ask = (question: string) => ferries.ask(question, { now: NOW });

// The Marigold sank on 2 November 1998.
describe('a day counted from an event', () => {
  test.each([
    ['the day after', '3 November 1998'],
    ['a day before', '1 November 1998'],
    ['two days before', '31 October 1998'],
    ['30 days after', '2 December 1998'],
    ['a week after', '9 November 1998'],
    ['the week before', '26 October 1998'],
    ['three weeks after', '23 November 1998'],
    ['100000 days after', '17 August 2272'],
  ])('%s is %s', (words, day) => {
    const told = renderPlainText(ask(`what happened ${words} the sinking of the Marigold`));
    expect(told).toMatch(new RegExp(`^The record holds nothing on ${day}, counted from:\n• 2 November 1998: `));
  });

  test('is told with its event where there is one', () => {
    expect(ask('what happened 18 days after the deckhands strike in 2016').events.map(({ id }) => id)).toEqual([
      '2016-05-27-pay-settlement',
    ]);
  });

  test('may be all of the question, and may be asked for as a date', () => {
    expect(renderPlainText(ask('two days after the Marigold inquiry'))).toContain('nothing on 17 June 1999');
    expect(renderPlainText(ask('when was two days after the Marigold inquiry'))).toContain('nothing on 17 June 1999');
  });
});

test.each([
  ['farther than anybody counts', 'what happened 100001 days after the sinking of the Marigold'],
  ['by no number', 'what happened days after the sinking of the Marigold'],
  ['by half a number', 'what happened half a dozen and a half days after the sinking of the Marigold'],
  ['and an event of its own described beside it', 'what collision happened two days after the sinking of the Marigold'],
])('a day counted %s is not made up', (_, question) => {
  expect(renderPlainText(ask(question))).not.toContain('counted from');
});
