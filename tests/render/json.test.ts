import { expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { anAnswer } from '../support/fake-dateline.ts';

test('the keys stand in the order of the contract', () => {
  const answer = anAnswer({
    nearest: [{ title: 'Later', id: 'b', date: '2021' }],
    caveats: ['c'],
    notUnderstood: ['n'],
  });
  expect(renderJson(answer, { id: 'q1', ms: 2 })).toBe(
    JSON.stringify({
      id: 'q1',
      status: 'answered',
      kind: 'date',
      text: renderPlainText(answer),
      events: [{ id: '2020-01-08-ain-al-asad', date: '2020-01-08', title: 'Iran strikes Ain al-Asad' }],
      nearest: [{ id: 'b', date: '2021', title: 'Later' }],
      value: { date: '2020-01-08' },
      citations: [
        {
          n: 1,
          title: 'Iran fires missiles at bases',
          publisher: 'AFP',
          date: '2020-01-08',
          url: 'https://example.org/afp?id=1&lang=en',
        },
      ],
      caveats: ['c'],
      notUnderstood: ['n'],
      ms: 2,
    }),
  );
});

test('what is not known is null, not absent', () => {
  const [citation] = anAnswer().citations;
  const { date: _date, ...undated } = citation!;
  const json = JSON.parse(renderJson(anAnswer({ value: null, citations: [undated] }), { id: 'q2', ms: 0 }));
  expect(json.value).toBeNull();
  expect(json.citations[0].date).toBeNull();
});
