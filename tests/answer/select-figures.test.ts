import { describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

const ask = (question: string) => desk().ask(question, { now: NOW });

function figures(question: string) {
  const { value } = ask(question);
  return value && 'figures' in value ? value.figures : [];
}
const values = (question: string) => figures(question).map(({ value }) => value);
const days = (question: string) => figures(question).map(({ asOf }) => asOf);

describe('of the counts of a toll', () => {
  const rising = 'how many Americans were wounded at Ain al-Asad in January 2020';

  test('the newest stands first, and each before those that are older', () => {
    expect(values(rising).slice(0, 4)).toEqual([110, 109, 64, 50]);
    expect(days(rising)).toEqual(days(rising).toSorted().reverse());
  });

  test('the newest stands first where it is the smaller too', () => {
    expect(values('how many rockets were fired at Balad in June 2021').slice(0, 2)).toEqual([3, 5]);
    expect(values('how many were aboard the IRIS Dena')).toEqual([136, 'nearly 130', 'about 180']);
  });

  test('a part of it is asked for as a toll is: of troops with brain injuries those are counted, not the troops', () => {
    const values = figures('what was the final count of US troops with TBI from the Al Asad missiles').map(
      ({ of }) => of,
    );
    expect(values[0]).toMatch(/traumatic brain injury/);
    expect(values.some((of) => /troops at Ain al-Asad/.test(of))).toBe(false);
  });

  test('who is named in passing is not the only speaker, where others counted what is asked for', () => {
    const question = "US war dead in Iraq as of Obama's Oval Office address ending Iraqi Freedom: more than how many?";
    expect(values(question)[0]).toBe('more than 4,400');
  });

  test('the first stands first where that is asked for, and each before those that are newer', () => {
    const first = 'what was the first count of the wounded at Ain al-Asad in January 2020';
    expect(figures(first)[0]).toMatchObject({ value: 0, saidBy: 'President Trump', asOf: '2020-01-08' });
    expect(values(first)).toContain(110);
    expect(days(first)).toEqual(days(first).toSorted());
  });
});

test.each([
  ['how many sailors were killed on the USS Stark', 37, 'killed'],
  ['how many sailors were wounded on the USS Stark', 21, 'wounded'],
])('of the dead and the hurt only those asked for are told: %s', (question, count, measure) => {
  expect(values(question)[0]).toBe(count);
  expect(renderPlainText(ask(question))).toMatch(new RegExp(`^${count} ${measure} `));
  const other = measure === 'killed' ? 'wounded' : 'killed';
  expect(renderPlainText(ask(question)).split('\n').slice(0, 2).join('\n')).not.toContain(other);
});

test('a share is asked for with a sign as with a word', () => {
  const asked = 'of Qatar’s LNG export capacity was lost at Ras Laffan';
  for (const share of ['%', 'percent', 'percentage'])
    expect(figures(`what ${share} ${asked}`)[0]).toMatchObject({
      value: 17,
      of: expect.stringMatching(/^percent of /),
    });
});

describe('a figure that the event does not hold is not replaced by another', () => {
  test('where it names what the event knows nothing of', () => {
    const answer = ask('how many tanks were destroyed in the USS Cole bombing');
    expect(answer).toMatchObject({ status: 'declined', value: null });
    expect(renderPlainText(answer)).toMatch(/^The record holds no event with “tanks”/);
  });

  test('where the event is the one that is meant', () => {
    const answer = ask('how many were captured in the USS Cole bombing');
    expect(answer).toMatchObject({ status: 'declined', value: null });
  });
});

test('what is asked for by its own words, which no measure knows, is told by them', () => {
  const [figure] = figures('in dollars, what was the property worth that the coalition signed over with Taji');
  expect(figure?.of).toMatch(/dollars/i);
});

test('who hit their own does not boast of it: the whole that they gave leads', () => {
  expect(values('how many people died in the Black Hawk friendly fire shootdown of 1994')[0]).toBe(26);
});
