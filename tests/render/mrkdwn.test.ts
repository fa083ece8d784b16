import { describe, expect, test } from 'vitest';
import { bold, code, escapeMrkdwn, link } from '../../src/render/mrkdwn.ts';

describe('text becomes inert', () => {
  test.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['&lt;', '&amp;lt;'],
    ['*b* _i_ ~s~ `c`', '∗b∗ ˍiˍ ∼s∼ ˋcˋ'],
    [':fire: and :+1: and :100:', '∶fire: and ∶+1: and ∶100:'],
    ['at 10:30:15, ratio 3:1:2', 'at 10:30:15, ratio 3:1:2'],
    ['> quoted', '\u200b&gt; quoted'],
    ['two\nlines\u2028and\u0000more', 'two lines and more'],
    ['a line \u202eturned\u202c round', 'a line turned round'],
    ['half \ud83d here', 'half \ufffd here'],
    ['Kata’ib Ḥizballāh', 'Kata’ib Ḥizballāh'],
  ])('%j', (text, inert) => {
    expect(escapeMrkdwn(text)).toBe(inert);
  });
});

// Embeddings, overrides, isolates, and what ends them (Unicode Standard Annex 9, table 1).
test.each(['202a', '202b', '202c', '202d', '202e', '2066', '2067', '2068', '2069'])(
  'U+%s, which turns the direction of a line, goes from it',
  (code) => {
    const mark = String.fromCodePoint(Number.parseInt(code, 16));
    expect(escapeMrkdwn(`a line ${mark}turned${mark} round`)).toBe('a line turned round');
  },
);

test.each([
  ['8 January', '*8 January*'],
  [' 8 January ', ' *8 January* '],
  ['a*b', '*a∗b*'],
  ['  ', '  '],
  ['', ''],
])('%j in bold is %j', (text, formatted) => {
  expect(bold(text)).toBe(formatted);
});

test.each([
  ['https://example.org/?a=1&b=2', 'AFP', '<https://example.org/?a=1&amp;b=2|AFP>'],
  ['https://example.org/a|b>c<d', 'A|<b>', '<https://example.org/a%7Cb%3Ec%3Cd|A|&lt;b&gt;>'],
  ['javascript:alert(1)', 'AFP', 'AFP'],
  ['not an address', 'AFP', 'AFP'],
  [`https://example.org/${'a'.repeat(2000)}`, 'AFP', 'AFP'],
  ['https://example.org', ' ', ''],
  [`https://example.org/${'a'.repeat(980)}`, 'AFP', `<https://example.org/${'a'.repeat(980)}|AFP>`],
  [`https://example.org/${'a'.repeat(981)}`, 'AFP', 'AFP'],
])('a link to %.40s named %j', (url, label, linked) => {
  expect(link(url, label)).toBe(linked);
});

test.each([
  ['America/New_York * `x`', '`America/New_York *  x `'],
  ['<!channel> & "more"', '`&lt;!channel&gt; &amp; "more"`'],
  ['two\nlines', '`two lines`'],
  ['', '`–`'],
])('%j to be copied stays as it is, and inert', (text, shown) => {
  expect(code(text)).toBe(shown);
});
