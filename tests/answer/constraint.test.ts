import { describe, expect, test } from 'vitest';
import { desk, NOW } from '../support/desk.ts';
import { standingOf } from '../support/standing.ts';

describe('must be met', () => {
  test.each([
    ['a place', 'when did Baghdad sign the pact', 'Baghdad'],
    ['the owner of what is asked for', 'when was Soleimani’s funeral', 'Soleimani’s'],
    ['the successor, not whom he succeeds', 'when did Soleimani’s successor Qaani visit Baghdad', 'Qaani'],
    ['a kind of place in a list', 'list attacks on embassies in 2026', 'embassies'],
    ['a kind of place in a count', 'how many attacks on embassies were there in 2026', 'embassies'],
    ['a kind of place of which the town has one', 'when was the consulate in Kirkuk attacked', 'consulate'],
    ['a kind of place, with two words before its town', 'when was the embassy in old Baghdad hit', 'embassy'],
    ['a name of the rest of the world', 'when did the US bomb sites in libya', 'libya'],
    ['a bombing', 'when did the bombing of the Marine barracks happen', 'bombing'],
    ['a kind in a list', 'list rocket attacks at Balad in 2021', 'rocket attacks'],
    ['the weapon of a kind', 'when was the rocket attack at Balad in 2021', 'the weapon in “rocket attack”'],
    ['a date', 'when was the Abqaiq attack in 2018', 'in 2018'],
    [
      'a date after a "that" which has its preposition',
      'the pact that ended in December 2011: when',
      'in December 2011',
    ],
    [
      'a date far behind a "that"',
      'when was it that the parliament of all Iraq said yes 27 November 2008',
      '27 November 2008',
    ],
    ['a date right behind a "that"', 'what was it that 14 September 2019 brought to Abqaiq', '14 September 2019'],
    ['a date before the end of a clause', 'when was the deal signed after the 2020, talks or not', 'after the 2020'],
    ['"in" a date, whatever follows', 'when was the deal signed in the 2020 talks', 'in the 2020'],
    ['a date without "the" before a noun', 'when was the deal signed after 2020 talks', 'after 2020'],
  ])('%s: %s', (_, question, part) => {
    expect(standingOf(desk(), question, part)).toBe('must be met');
  });
});

describe('only counts', () => {
  test.each([
    ['what somebody is for', 'when did pro-Assad fighters attack Conoco', 'Assad'],
    ['what somebody is against', 'when did anti-Assad fighters attack Conoco', 'Assad'],
    ['half of a compound', 'when did the Gaza-war campaign begin', 'Gaza'],
    ['a capital that says something', 'when did Baghdad say sorry for the embassy attack', 'Baghdad'],
    ['a capital that has a parliament', 'when did Baghdad’s parliament vote', 'Baghdad’s'],
    ['a capital to which something is handed', 'when was the base handed over to Damascus', 'Damascus'],
    ['capitals between which something is', 'when was the deal between Baghdad signed', 'Baghdad'],
    ['a capital with which something is', 'when was the deal with Damascus signed', 'Damascus'],
    ['whom somebody succeeded', 'when did Soleimani’s successor Qaani visit Baghdad', 'Soleimani’s'],
    ['any of a kind of place', 'list attacks on any embassy in 2026', 'embassy'],
    ['a kind of place in a question for one event', 'when was the consulate attacked in Kirkuk', 'consulate attacked'],
    ['a kind of place of which a town has many', 'when was the base in Kirkuk attacked', 'base'],
    ['a bomb', 'when was the bomb found in Beirut', 'bomb'],
    ['a kind in a question for one event', 'when was the rocket attack at Balad in 2021', 'rocket attack'],
    ['a kind that is asked about', 'was there a drone attack at Erbil in April 2021', 'drone attack'],
    ['its weapon too', 'was there a drone attack at Erbil in April 2021', 'the weapon in “drone attack”'],
    ['what a drone carries', 'when did a rocket-carrying drone hit Erbil', 'rocket'],
    ['a doubted date', 'I doubt it was 2018: when was the Abqaiq attack', '2018'],
    [
      'a date that a clause has for its object',
      'the pact that set 31 December 2011 as its end: when',
      '31 December 2011',
    ],
    [
      'a date seven words behind its "which"',
      'the pact which some said must set as end 31 December 2011: when',
      '31 December 2011',
    ],
    ['the date of another noun', 'when was the deal signed after the 2020 talks', 'after the 2020'],
    ['the date of a count', 'when did the April 2020 count of rockets come out', 'the April 2020'],
    ['the date of numbers', 'when were the Pentagon’s April 2020 numbers given', 'April 2020'],
  ])('%s: %s', (_, question, part) => {
    expect(standingOf(desk(), question, part)).toBe('counts');
  });
});

describe('somebody is met by an event that did to him what is said', () => {
  const ids = (question: string) =>
    desk()
      .ask(question, { now: NOW })
      .events.map(({ id }) => id);

  test.each([
    [
      'captured, not suspected of a raid',
      'in which city was Qais al-Khazali captured',
      '2007-03-20-capture-of-khazali-and-daqduq',
    ],
    ['killed, not blamed for rockets', 'days since the Soleimani killing', '2020-01-03-killing-of-qassem-soleimani'],
  ])('%s: %s', (_, question, id) => {
    expect(ids(question)).toEqual([id]);
  });
});

test('places after one "in" are one part of a list, and two of any other question', () => {
  const joined = 'Kuwait and Saudi Arabia';
  expect(standingOf(desk(), `list attacks in ${joined} in March 2026`, joined)).toBe('must be met');
  expect(standingOf(desk(), `when was an attack in ${joined}`, joined)).toBeUndefined();
});
