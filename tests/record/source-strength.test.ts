import { expect, test } from 'vitest';
import type { Source } from '../../src/record/event-schema.ts';
import { originOf, ranked, strengthOf } from '../../src/record/source-strength.ts';

const page = (more: Partial<Source>): Source => ({
  key: 'a',
  title: 'Ferry aground',
  publisher: 'Brunsvik Courier',
  url: 'https://courier.example.org/1',
  supports: ['date'],
  ...more,
});
const publishers = new Map([
  ['Lake Wire', { name: 'Lake Wire', strength: 'major' as const }],
  ['Brunsvik Courier', { name: 'Brunsvik Courier', strength: 'other' as const }],
]);

test('the origin of a page is whose report it gives, copied or retold', () => {
  expect(originOf(page({}))).toBe('Brunsvik Courier');
  expect(originOf(page({ carries: 'Lake Wire' }))).toBe('Lake Wire');
  expect(originOf(page({ cites: 'Lake Wire' }))).toBe('Lake Wire');
});

test('a copy is as strong as what it copies, a retelling as who retells', () => {
  expect(strengthOf(page({ carries: 'Lake Wire' }), publishers)).toBe('major');
  expect(strengthOf(page({ cites: 'Lake Wire' }), publishers)).toBe('other');
});

test('what a source says of its own strength goes before what is said of its publisher', () => {
  expect(strengthOf(page({ strength: 'primary' }), publishers)).toBe('primary');
});

test('who is not ranked counts as the weakest', () => {
  expect(strengthOf(page({ publisher: 'Somebody' }), publishers)).toBeUndefined();
  expect(ranked([page({ publisher: 'Somebody' })], publishers)[0]!.strength).toBe('other');
});
