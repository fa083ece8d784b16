import { expect, test } from 'vitest';
import { desk, NOW } from '../support/desk.ts';

function ask(question: string) {
  const { status, value, events } = desk().ask(question, { now: NOW });
  return { status, value, ids: events.map(({ id }) => id) };
}

test('a question falls into its two halves at the joint where each names one event', () => {
  expect(ask('how many days between the Khobar Towers bombing and the USS Cole bombing')).toMatchObject({
    status: 'answered',
    ids: ['1996-06-25-khobar-towers-bombing', '2000-10-12-uss-cole-bombing'],
    value: { days: 1570 },
  });
});

test.each([
  ['at "was"', 'how long after the april 83 beirut embassy bomb was the annex bombed', 521],
  ['at "once"', 'how many days did Iraqi MPs take to approve the 2008 withdrawal pact once it had been signed', 10],
  ['at "until"', 'how many days from the bomb on the Marines’ barrack of Beirut until the bombs in Kuwait of 1983', 50],
  ['at an arrow', 'timeline graphic - gap in days, tower 22 -> the 85 targets', 6],
])('so it does %s', (_, question, days) => {
  expect(ask(question)).toMatchObject({ status: 'answered', value: { days } });
});

test.each([
  [
    'the first after it',
    'how many days from Saddam’s tanks rolling into Kuwait to the first night of the allied air war',
    168,
  ],
  ['the first after it', 'how many days did it take from the fall of Mosul to the first American air strikes', 59],
  ['the last of all', 'days from the Soleimani killing to the last rockets at Taji', 225],
])('a half that says so means %s: %s', (_, question, days) => {
  expect(ask(question)).toMatchObject({ status: 'answered', value: { days } });
});

test('it falls apart at no other word: "the first strikes of June 2025" stay whole', () => {
  expect(ask('days from the first Israeli strikes of June 2025 to the American B-2 raid')).toMatchObject({
    ids: ['2025-06-13-operation-rising-lion', '2025-06-22-operation-midnight-hammer'],
    value: { days: 9 },
  });
});

test.each([
  'tehran embassy hostages, how many days were they held in all',
  'days between the Samuel B Roberts hitting the mine and the US hitting back?',
])('where one half names no event, no other two are made out: %s', (question) => {
  expect(ask(question)).toMatchObject({ status: 'declined', value: null });
});

test('a half that names a deed of its own borrows none from the other', () => {
  expect(ask('days from Trump leaving the nuclear deal to the IRGC being put on the terrorist list').ids).toEqual([
    '2018-05-08-us-leaves-iran-nuclear-deal',
    '2019-04-08-irgc-named-terrorist-organization',
  ]);
});

test('"until the U.S. hit back" means the answer that the record links, not the next strike of all', () => {
  expect(ask('how many days after the Palmyra attack did the United States strike back').ids).toEqual([
    '2025-12-13-palmyra-attack-on-us-troops',
    '2025-12-20-operation-hawkeye-strike',
  ]);
});

test('what came next after an event is later than it, what came before it earlier', () => {
  const after = desk().ask('what was the next attack on Taji after the Soleimani killing', { now: NOW });
  const before = desk().ask('what was the last attack on Taji before the Soleimani killing', { now: NOW });
  expect(after.status).toBe('answered');
  expect(after.events[0]!.date > '2020-01-03').toBe(true);
  expect(before.events[0] === undefined || before.events[0].date < '2020-01-03').toBe(true);
});
