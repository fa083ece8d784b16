import type { ViewOutput } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { readSuggestion } from '../../../src/slack/suggest/read-suggestion.ts';

const EVENT = '2020-01-08-operation-martyr-soleimani';

interface Filled {
  kind?: string;
  event?: string;
  text?: string;
  date?: string;
  source?: string;
}

function read(filled: Filled) {
  const chosen = (value: string | undefined) => ({
    type: 'static_select',
    selected_option: value === undefined ? null : { text: { type: 'plain_text', text: value }, value },
  });
  const typed = (value: string | undefined) => ({ type: 'plain_text_input', value: value ?? null });
  const values = {
    kind: { kind: chosen(filled.kind ?? 'correction') },
    event: { event: chosen(filled.event) },
    text: { text: typed(filled.text) },
    date: { date: typed(filled.date) },
    source: { source: typed(filled.source) },
  } as unknown as ViewOutput['state']['values'];
  return readSuggestion(values, {
    today: Temporal.PlainDate.from('2026-03-14'),
    knows: (event) => event === EVENT,
  });
}

const errorsOf = (filled: Filled) => {
  const found = read(filled);
  return 'errors' in found ? found.errors : {};
};

test('a correction that is well filled in', () => {
  expect(
    read({
      event: EVENT,
      text: ' It was the 7th\r\nin Washington. ',
      date: '7 January 2020',
      source: 'HTTPS://EXAMPLE.org',
    }),
  ).toEqual({
    suggestion: {
      kind: 'correction',
      event: EVENT,
      text: 'It was the 7th\nin Washington.',
      date: '7 January 2020',
      sourceUrl: 'https://example.org/',
    },
  });
});

test('a missing event is about no event of the record, even where one was chosen', () => {
  expect(read({ kind: 'event', event: EVENT, text: 'A drone fell', source: 'https://example.org/a' })).toMatchObject({
    suggestion: { kind: 'event', event: null, date: null },
  });
});

describe('what is refused, and what to do', () => {
  test.each([
    ['kind', { kind: 'else', text: 'x' }, 'Choose what it is.'],
    ['event', { text: 'x' }, 'Choose the event that is wrong'],
    ['event', { event: 'gone', text: 'x' }, 'choose another'],
    ['text', { event: EVENT, text: ' \n ' }, 'Say in a sentence'],
    [
      'text',
      { event: EVENT, text: 'x'.repeat(10_000) },
      'That is 10,000 characters long: shorten it to 3,000 at most.',
    ],
    ['date', { event: EVENT, text: 'x', date: 'some time ago' }, 'write it like 8 January 2020'],
    ['date', { event: EVENT, text: 'x', date: '1'.repeat(10_000) }, 'shorten it to 200'],
    ['source', { kind: 'event', text: 'x' }, 'Give the address of a page'],
    ['source', { event: EVENT, text: 'x', source: 'javascript:alert(1)' }, 'begins with https:// or http://'],
    ['source', { event: EVENT, text: 'x', source: 'data:text/html,x' }, 'begins with https://'],
    ['source', { event: EVENT, text: 'x', source: 'http://localhost/x' }, 'on the web'],
    ['source', { event: EVENT, text: 'x', source: `https://example.org/${'x'.repeat(3000)}` }, 'shorten it to 2,000'],
  ])('%s: %j', (field, filled, words) => {
    const errors = errorsOf(filled);
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toContain(words);
  });

  test('all that is wrong is said at once', () => {
    expect(Object.keys(errorsOf({ text: '', date: 'x', source: 'x' }))).toEqual(['event', 'text', 'date', 'source']);
  });

  test('3,000 characters are taken', () => {
    expect(errorsOf({ event: EVENT, text: 'x'.repeat(3000) })).toEqual({});
  });

  test('a form that Slack would never send is refused, not thrown at', () => {
    const found = readSuggestion({}, { today: Temporal.PlainDate.from('2026-03-14'), knows: () => false });
    expect(found).toEqual({ errors: { kind: expect.any(String), text: expect.any(String) } });
  });
});
