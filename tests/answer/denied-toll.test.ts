import { describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

const ask = (question: string) => desk().ask(question, { now: NOW });
const ids = (question: string) => ask(question).events.map(({ id }) => id);

const DEADLY = '2020-03-11-rockets-at-camp-taji';

describe('a toll that is denied', () => {
  test.each([
    'which attacks on Camp Taji killed no one',
    'which attacks on Camp Taji killed nobody',
    'attacks on Camp Taji in which no one was killed',
    'attacks on Camp Taji without anyone killed',
    'which attacks on Camp Taji did not kill anyone',
    'attacks on Camp Taji that resulted in no deaths',
    'which attacks on Camp Taji caused no deaths',
  ])('leaves out the attack that killed: %s', (question) => {
    expect(ids(question)).toContain('2020-01-14-rockets-at-camp-taji');
    expect(ids(question)).not.toContain(DEADLY);
  });

  test.each(['which attacks on Camp Taji killed someone', 'which attack on Camp Taji killed no fewer than three'])(
    'is told from one that is not: %s',
    (question) => {
      expect(ids(question)).toEqual([DEADLY]);
    },
  );

  test('is contradicted by an event that speaks of injuries without a number', () => {
    expect(ids('which attack on Ain al-Asad caused no casualties')).not.toContain('2024-01-23-drones-at-ain-al-asad');
  });

  test('is met by what the record says was none; of events that it says nothing of, only the number is told', () => {
    const answer = ask('which attacks on Ain al-Asad in 2021 killed no one');
    expect(answer.events.length).toBeGreaterThan(0);
    expect(renderPlainText(answer)).toMatch(
      /Of \d+ more events that would fit, the record does not say whether anyone was killed\./,
    );
  });

  test('is met by silence where nothing else fits, and the answer says so', () => {
    const answer = ask('which attack on Green Village in 2024 killed no one');
    expect(answer.events).toHaveLength(1);
    expect(renderPlainText(answer)).toContain('Of this event, the record does not say whether anyone was killed.');
  });

  test('is not contradicted by what the attackers alone claimed', () => {
    expect(ids('which Iranian missile attack on Ain al-Asad in 2020 killed no one')).toEqual([
      '2020-01-08-operation-martyr-soleimani',
    ]);
  });

  test('is not met by what is no attack where an attack is asked for, and the decline repeats it', () => {
    const answer = ask('which attacks on Tower 22 killed no Americans');
    expect(answer).toMatchObject({ status: 'declined', events: [] });
    expect(renderPlainText(answer)).toContain('“killed no Americans”');
  });

  test('is no answer word: "no, how many" asks how many', () => {
    expect(ask('no, how many were killed at Tower 22')).toMatchObject({
      kind: 'figure',
      value: { figures: [{ value: 3 }] },
    });
  });
});

describe('a yes-no question that denies a toll', () => {
  test.each([
    ['no Americans died at Tower 22, correct?', 'No: 3 killed'],
    ['was no one killed at Tower 22?', 'No: 3 killed'],
    ['nobody was killed at Camp Taji on 11 March 2020, right?', 'No: 3 killed'],
    ['did no one die at K-1 on 13 February 2020', 'Yes: none killed'],
  ])('%s', (question, verdict) => {
    expect(renderPlainText(ask(question))).toContain(verdict);
  });

  test('gets no verdict from a figure of other people', () => {
    const text = renderPlainText(ask('no Iraqis died at Camp Taji on 11 March 2020, correct?'));
    expect(text).toMatch(/^The record counts: 3 killed \(coalition personnel\)/);
  });
});
