import { describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

const ask = (question: string) => desk().ask(question, { now: NOW });
const told = (question: string) => renderPlainText(ask(question));

describe('declined, with what comes nearest', () => {
  test.each([
    ['a killing ascribed to somebody else', 'did the US kill Nasrallah'],
    ['a capture of somebody whom no event shows captured', 'when did US troops capture Saddam Hussein'],
    ['an office-holder, whom no event answers', 'who was the US ambassador in Baghdad in 2020'],
    ['a person’s life', 'when was Soleimani born'],
  ])('%s', (_, question) => {
    const answer = ask(question);
    expect(answer).toMatchObject({ status: 'declined', value: null });
    expect(answer.nearest.length).toBeGreaterThan(0);
  });
});

test('a superlative is declined: the record does not rank', () => {
  expect(ask('what was the deadliest attack on Americans in Iraq')).toMatchObject({ status: 'declined', kind: 'none' });
});

test('a yes is not given on a claim beside a count of none', () => {
  expect(told('did Iran kill any Americans at Al Asad in January 2020')).toMatch(
    /^No: none killed .*\nOther counts: at least 80 \(American military personnel \(a claim that was never borne out\)\)/,
  );
  expect(told('did any Americans die at Tower 22')).toMatch(/^Yes: 3 killed/);
});

test('a number asked for without "how many" is told as a number', () => {
  expect(told('total dead at Tower 22')).toMatch(/^Three killed \(U\.S\. soldiers\)/);
  expect(told('crew hurt on the Sea Isle City when the Silkworm hit her')).toMatch(/^18 wounded \(crew/);
  expect(told('number of rockets fired at Balad in June 2021')).toMatch(/^(Three|At least 3) rockets/);
});

test('a weapon in front of a name is what happened, as is a name in front of a toll', () => {
  expect(ask('rockets at Taji in March 2020')).toMatchObject({ status: 'several', kind: 'list' });
  expect(ask('Tower 22 dead')).toMatchObject({ status: 'answered', kind: 'date' });
});

test('who runs a militia is no question about Dateline', () => {
  expect(ask('who runs Kataib Hezbollah').kind).not.toBe('meta');
  expect(ask('who maintains the record').kind).toBe('meta');
});

test('where the record links no sequel it says so, and what comes next at the place is told as no more than that', () => {
  const text = told('what happened after the handover of Camp Taji in August 2020');
  expect(text).toMatch(
    /^The record links no later event to 23 August 2020, Coalition hands its part of Camp Taji to Iraqi forces\./,
  );
  expect(text).toContain('Next at the same place: 24 June 2025, ');
});

test('a sequel that the record links is told with what it answered', () => {
  expect(told('what happened after the rockets at Camp Taji on 11 March 2020')).toMatch(
    /^13 March 2020: United States bombs .*, after Rocket barrage on Camp Taji .* \(11 March 2020\)\./,
  );
});

test('in a thread, days are counted between its event and the one that the question hangs on', () => {
  const thread = ['when did the Abraham Lincoln carrier group reach the Middle East in January 2026'];
  const answer = desk().ask('how many days was that before Epic Fury', { now: NOW, thread });
  expect(answer.value).toEqual({ days: 33, iso: 'P33D' });
});

test('where nobody is known to have done it the answer says that, and who denied or claimed it', () => {
  expect(told('who fired the rockets at COP Adder in March 2008')).toMatch(
    /^No group claimed it, and the record names nobody\./,
  );
  expect(told('who was behind the strike at al-Hari in June 2018')).toMatch(
    /^Unidentified: the record names nobody as its author; denied by U\.S\.-led coalition and United States\. Blamed: /,
  );
  expect(told('who did the rockets at Baghdad airport on 6 May 2020')).toMatch(
    /^Unidentified: the record names nobody as its author; claimed by Revenge of al-Muhandis Brigade\./,
  );
});
