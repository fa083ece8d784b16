import { describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

const ask = (question: string) => desk().ask(question, { now: NOW });

describe('a question that has one thing wrong of an event that is plainly meant', () => {
  test.each([
    ['what date in 1987 did an iranian jet put two exocets into the USS Stark', '1987-05-17', 'by Iran', 'iranian'],
    ['when did Hamas seize ten US sailors near Farsi Island', '2016-01-12/2016-01-13', 'by Hamas', 'Hamas'],
  ])('is told the event, and first what the record does not hold: %s', (question, date, premise, text) => {
    const answer = ask(question);
    expect(answer).toMatchObject({ status: 'answered', value: { date } });
    expect(renderPlainText(answer).split('\n')[0]).toBe(
      `The record holds no such event ${premise}. Without “${text}” it holds:`,
    );
    expect(answer.citations).not.toEqual([]);
  });

  test('is declined where no single event is so plainly meant', () => {
    expect(ask('when did Iran strike Camp Taji')).toMatchObject({ status: 'declined', events: [] });
  });

  test('is declined for a day beyond the coverage of the record', () => {
    const answer = ask('what date in July 2026 did an Iraqi jet put two exocets into the USS Stark');
    expect(answer.status).toBe('declined');
    expect(renderPlainText(answer)).toContain('It covers 4 November 1979 to 30 April 2026.');
  });

  test('gets neither a yes nor a no', () => {
    expect(ask('did an iranian jet put two exocets into the USS Stark in 1987').status).toBe('declined');
  });
});
