import { expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { anAnswer } from '../support/fake-dateline.ts';

test('the lead, details, the list, notes, caveats and citations', () => {
  const text = renderPlainText(
    anAnswer({
      statements: [
        { role: 'item', runs: [{ text: '8 January 2020: Ain al-Asad' }], cites: [2], event: 'a' },
        {
          role: 'lead',
          runs: [{ text: 'Iran struck ' }, { text: 'twice', strong: true }, { text: '.' }],
          cites: [1, 2],
        },
        { role: 'detail', runs: [{ text: 'Both were in Iraq.' }], cites: [] },
        { role: 'note', runs: [{ text: 'Local dates.' }], cites: [1] },
      ],
      caveats: ['The toll was revised.'],
      notUnderstood: ['foo', 'bar'],
      citations: [
        { n: 1, title: 't', described: false, publisher: 'AFP', date: '2020-01-08', url: 'https://example.org/1' },
        { n: 2, title: 't', described: true, publisher: 'Pentagon', url: 'https://example.org/2' },
      ],
    }),
  );
  expect(text).toBe(
    [
      'Iran struck twice. [1][2]',
      '• 8 January 2020: Ain al-Asad [2]',
      'Both were in Iraq.',
      'Local dates. [1]',
      'The toll was revised.',
      'Not understood: “foo”, “bar”.',
      '1 AFP, 8 January 2020 · 2 Pentagon',
    ].join('\n'),
  );
});

test('a decline shows the nearest events that no statement stands for', () => {
  const nearest = [
    { id: 'a', date: '2021-06', title: 'Drone attack' },
    { id: 'b', date: '2021-07-07', title: 'Rocket attack' },
  ];
  const statements = [
    { role: 'lead' as const, runs: [{ text: 'No such strike is in the record.' }], cites: [] },
    { role: 'item' as const, runs: [{ text: 'Drone attack' }], cites: [], event: 'a' },
  ];
  const text = renderPlainText(anAnswer({ status: 'declined', kind: 'none', statements, nearest, citations: [] }));
  expect(text).toBe(
    'No such strike is in the record.\n• Drone attack\nNearest in the record:\n• 7 July 2021: Rocket attack',
  );
});

test('an answer without words is an empty text', () => {
  expect(renderPlainText(anAnswer({ statements: [], citations: [] }))).toBe('');
});
