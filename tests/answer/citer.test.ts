import { expect, test } from 'vitest';
import { Citer, creditOf } from '../../src/answer/citer.ts';
import type { RankedSource } from '../../src/record/source-strength.ts';
import { timelineWith } from '../support/dated-timeline.ts';

const page = (key: string, strength: RankedSource['strength']): RankedSource => ({
  key,
  title: key,
  publisher: key,
  url: `https://example.org/${key}`,
  supports: ['date'],
  strength,
});

test('the strongest sources are cited, of equal ones the first', () => {
  const sources = [page('a', 'other'), page('b', 'major'), page('c', 'primary'), page('d', 'major')];
  const [event] = timelineWith([{ sources }]).events;
  const citer = new Citer();
  expect(citer.supporting(event!, 'date')).toEqual([1, 2]);
  expect(citer.citations.map(({ title }) => title)).toEqual(['c', 'b']);
  expect(citer.keys(event!, ['a', 'd'])).toEqual([3, 4]);
  expect(citer.citations.map(({ title }) => title)).toEqual(['c', 'b', 'd', 'a']);
  expect(citer.dating(event!)).toEqual([1]);
});

test('a copy is told apart from its original, and from what retells it', () => {
  expect(creditOf({ publisher: 'AP' })).toBe('AP');
  expect(creditOf({ publisher: 'CTV News', carries: 'AP' })).toBe('AP, as carried by CTV News');
  expect(creditOf({ publisher: 'OODA Loop', cites: 'CNN' })).toBe('OODA Loop, citing CNN');
});
