import { expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

const ask = (question: string) => desk().ask(question, { now: NOW });

test('a question that says who did it is told where that is disputed', () => {
  const answer = ask('when did the Houthis hit Abqaiq');
  expect(answer).toMatchObject({ status: 'answered', value: { date: '2019-09-14' } });
  expect(renderPlainText(answer)).toContain('Who did it is disputed.');
});

test('a doer whom the record clears is not passed on as confirmed', () => {
  const text = renderPlainText(ask('how many militiamen did the American air strike on the Kalsu base kill'));
  expect(text).toContain('Central Command and an Israeli official denied it');
});

test('a doer who claimed it, and whom the record does not confirm, is told as no more than that, with whom it names', () => {
  const text = renderPlainText(ask('when did the Iranians shoot down those three F-15Es over Kuwait'));
  expect(text).toContain('Iran: blamed or claiming, not confirmed in the record, which enters it under Kuwait. Kuwait');
});

test('a doer whom nobody blames is told as not named, with whom the record names', () => {
  const text = renderPlainText(
    ask('when were flights suspended in the Kurdish capital after a Tuesday-night drone by the American base?'),
  );
  expect(text).toContain(
    'United States: not named as the doer in the record, which enters it under Saraya Awliya al-Dam.',
  );
});

test('where the record names that doer, nothing is added', () => {
  const text = renderPlainText(ask('when did Iran strike Ain al-Asad in January 2020'));
  expect(text).not.toMatch(/disputed|not named as the doer|not confirmed/);
});

test('a place that only a source speaks of is not where it happened', () => {
  expect(ask('when did the US bomb the Kalsu base')).toMatchObject({ status: 'declined', value: null });
});
