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
