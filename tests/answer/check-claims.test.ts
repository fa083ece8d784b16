import { describe, expect, test } from 'vitest';
import { type CheckedClaim, checkClaims } from '../../src/answer/check-claims.ts';
import { datedClaims } from '../../src/answer/dated-claims.ts';
import { desk, NOW } from '../support/desk.ts';

const TODAY = Temporal.PlainDate.from('2026-11-22');

function check(text: string): CheckedClaim[] {
  return checkClaims(text, (question) => desk().ask(question, { now: NOW }), TODAY);
}

function events({ statements }: CheckedClaim): (string | undefined)[] {
  return statements.map(({ event }) => event);
}

describe('which claims a text makes', () => {
  const claims = (text: string) => datedClaims(text, TODAY).map(({ text: claim, description }) => [claim, description]);

  test('the points of "Jan.", "U.S." and "Gen." end no sentence', () => {
    expect(claims('Gen. Milley spoke on Jan. 8, 2020. The U.S. bombed Kharg on Mar. 14, 2026.')).toEqual([
      ['Gen. Milley spoke on Jan. 8, 2020.', 'Gen. Milley spoke'],
      ['The U.S. bombed Kharg on Mar. 14, 2026.', 'The U.S. bombed Kharg'],
    ]);
  });

  test('each line of a list is a sentence of its own', () => {
    expect(claims('• Erbil hit on 14 April 2021\n• Taji hit on 11 March 2020')).toEqual([
      ['Erbil hit on 14 April 2021', 'Erbil hit'],
      ['Taji hit on 11 March 2020', 'Taji hit'],
    ]);
  });

  test('a sentence with two dates is cut between them', () => {
    expect(claims('On 3 January 2020 Soleimani was killed, and on 8 January 2020 Iran struck back.')).toEqual([
      ['On 3 January 2020 Soleimani was killed', 'Soleimani was killed'],
      ['on 8 January 2020 Iran struck back.', 'Iran struck back.'],
    ]);
  });

  test.each([
    'Nothing here has a date.',
    '8 January 2020',
    'Troops have been in Iraq since 2003.',
    'They must leave before 30 September 2026.',
    '',
    '...',
  ])('%j makes no dated claim', (text) => {
    expect(claims(text)).toEqual([]);
  });

  test('"yesterday" counts from the day on which the text was written', () => {
    const [claim] = datedClaims('Erbil was hit yesterday.', Temporal.PlainDate.from('2021-04-15'));
    expect(claim?.date.spans).toEqual([{ first: '2021-04-14', last: '2021-04-14' }]);
  });
});

describe('what the record makes of them', () => {
  test.each([
    [
      'Iran fired ballistic missiles at Ain al-Asad on Jan. 8, 2020, Gen. Milley said.',
      '2020-01-08-operation-martyr-soleimani',
    ],
    ['Rockets hit Camp Taji on 11 March 2020.', '2020-03-11-rockets-at-camp-taji'],
    ['Iran struck Al Udeid in June 2025.', '2025-06-23-iranian-missiles-at-al-udeid'],
    ['The Beirut barracks bombing of October 23 killed 241.', '1983-10-23-beirut-barracks-bombing'],
  ])('it agrees: %s', (text, event) => {
    const [checked] = check(text);
    expect(checked?.verdict).toBe('agrees');
    expect(events(checked!)).toEqual([event]);
  });

  test('it agrees with the date at the home clock, and tells both', () => {
    const [checked] = check('Soleimani was killed on 2 January 2020.');
    expect(checked?.verdict).toBe('agrees');
    expect(checked?.statements[0]?.runs.map(({ text }) => text).join('')).toMatch(
      /^3 January 2020.*2 January in Washington/,
    );
  });

  test.each([
    ['The Beirut barracks bombing happened on 23 October 1984.', ['1983-10-23-beirut-barracks-bombing']],
    ['Israel bombed Osirak in 1982.', ['1981-06-07-israeli-strike-on-osirak']],
    ['The Beirut barracks bombing of October 24 killed 241.', ['1983-10-23-beirut-barracks-bombing']],
  ])('it has another date: %s', (text, expected) => {
    const [checked] = check(text);
    expect(checked?.verdict).toBe('other-date');
    expect(events(checked!)).toEqual(expected);
  });

  test('where several events fit, and none on that date, all are told', () => {
    const [checked] = check('Iran attacked Al Udeid on 23 June 2024.');
    expect(checked?.verdict).toBe('other-date');
    expect(events(checked!)).toContain('2025-06-23-iranian-missiles-at-al-udeid');
    expect(events(checked!).every((id) => !id?.startsWith('2024-06-23'))).toBe(true);
  });

  test.each([
    'Trump visited Paris on 3 May 2018.',
    'We meet on 8 January 2027.',
    'The United States withdrew from Afghanistan on 30 August 2021.',
    'The budget is due on 8 January 2020.',
    'Zorblax bombed Osirak on 7 June 1981.',
  ])('it holds nothing that fits: %s', (text) => {
    expect(check(text).map(({ verdict, statements }) => [verdict, statements])).toEqual([['not-found', []]]);
  });

  test('every statement cites a source that stands beside it', () => {
    const checked = check(
      'Iran struck Ain al-Asad on 8 January 2020 and Al Udeid on 23 June 2025. Israel bombed Osirak in 1982. Rockets hit Baghdad on 3 May 2015.',
    );
    expect(checked).toHaveLength(4);
    for (const { statements, citations } of checked) {
      expect(statements.length).toBeGreaterThan(0);
      const known = citations.map(({ n }) => n);
      for (const { cites } of statements) {
        expect(cites.length).toBeGreaterThan(0);
        expect(known).toEqual(expect.arrayContaining(cites));
      }
    }
  });
});
