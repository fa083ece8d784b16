import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMrkdwn, link } from '../../../src/render/mrkdwn.ts';
import { type Inline, type Paragraph, parseMrkdwn } from '../../../src/web/playground/page/mrkdwn.js';

/** A paragraph in short: its kind and what stands in it. */
const lines = (text: string, options = {}): Inline[] => {
  const [paragraph] = parseMrkdwn(text, options);
  return paragraph && 'children' in paragraph ? paragraph.children : [];
};
const words = (text: string): Inline => ({ type: 'text', text });

describe('what has a meaning', () => {
  test.each<[string, Inline[]]>([
    ['*bold* text', [{ type: 'bold', children: [words('bold')] }, words(' text')]],
    ['_a_ ~b~', [{ type: 'italic', children: [words('a')] }, words(' '), { type: 'strike', children: [words('b')] }]],
    ['*_both_*', [{ type: 'bold', children: [{ type: 'italic', children: [words('both')] }] }]],
    ['`a *b* &lt;`', [{ type: 'code', text: 'a *b* <' }]],
    ['a < b &amp; c', [words('a < b & c')]],
    [
      '<https://a.example/x?y=1&amp;z=2|The page>',
      [{ type: 'link', url: 'https://a.example/x?y=1&z=2', children: [words('The page')] }],
    ],
    [
      '*<https://a.example/*|x>*',
      [{ type: 'bold', children: [{ type: 'link', url: 'https://a.example/*', children: [words('x')] }] }],
    ],
    [
      '<@U0DANA> in <#C0NEWS|news>',
      [{ type: 'user', id: 'U0DANA' }, words(' in '), { type: 'channel', id: 'C0NEWS', label: 'news' }],
    ],
    ['<!here>', [{ type: 'broadcast', range: 'here' }]],
    ['<!date^1^{date}|8 January>', [words('8 January')]],
    [':calendar: at 10:30:15', [words('📅 at 10:30:15')]],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('quotes, code over several lines, and breaks', () => {
    expect(parseMrkdwn('one\ntwo\n&gt; said\n```\na *b*\n```')).toEqual<Paragraph[]>([
      { type: 'lines', children: [words('one'), { type: 'break' }, words('two')] },
      { type: 'quote', children: [words('said')] },
      { type: 'lines', children: [] },
      { type: 'preformatted', text: 'a *b*' },
    ]);
  });

  test('a bare address is a link only where the text is not verbatim, and without the full stop', () => {
    const url = 'https://a.example/x';
    expect(lines(`see ${url}.`)).toEqual([words(`see ${url}.`)]);
    expect(lines(`see ${url}.`, { addresses: true })).toEqual([
      words('see '),
      { type: 'link', url, children: [words(url)] },
      words('.'),
    ]);
  });
});

describe('what has none', () => {
  test.each(['2 * 3 * 4', 'snake_case_name', 'a*b*c', '* open', '**', ':constructor:', ':nothing:', '<>', '``'])(
    '%s stays as it is',
    (text) => {
      expect(
        lines(text)
          .map((node) => (node.type === 'text' ? node.text : node))
          .join(''),
      ).toBe(text);
    },
  );

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    ' javascript:x',
    '//a.example',
  ])('an address like %s is words', (address) => {
    expect(lines(`<${address}|press>`)).toEqual([words('press')]);
  });
});

test('the project’s own links and escapes come out as they were meant', () => {
  expect(lines(link('https://a.example/?a=1&b=2', 'AFP & others <1>'))).toEqual([
    { type: 'link', url: 'https://a.example/?a=1&b=2', children: [words('AFP & others <1>')] },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const nodes = lines(escapeMrkdwn(text));
      expect(nodes.every(({ type }) => type === 'text')).toBe(true);
    }),
  );
});

describe('of any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '<',
      '>',
      '|',
      '*',
      '_',
      '~',
      '`',
      '```',
      '\n',
      ':',
      '@U0A',
      '#C0A',
      '!here',
      '&lt;',
      '&amp;',
      '&gt;',
      ' ',
      'a',
    ],
    ...['javascript:alert(1)', 'https://a.example/', 'http://', '<script>', '"', "'", 'on', '=', '\u202e', '\ud800'],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  );

  function* nodesOf(nodes: readonly Inline[]): Generator<Inline> {
    for (const node of nodes) {
      yield node;
      if ('children' in node) yield* nodesOf(node.children);
    }
  }

  const ALLOWED = ['text', 'code', 'break', 'bold', 'italic', 'strike', 'link', 'user', 'channel', 'broadcast'];

  test('only known nodes come, and no link but http and https', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, addresses) => {
        for (const paragraph of parseMrkdwn(text, { addresses })) {
          expect(['lines', 'quote', 'preformatted']).toContain(paragraph.type);
          if (!('children' in paragraph)) continue;
          for (const node of nodesOf(paragraph.children)) {
            expect(ALLOWED).toContain(node.type);
            if (node.type === 'link') expect(new URL(node.url).protocol).toMatch(/^https?:$/);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('no letter or digit is lost', () => {
    const plain = fc.array(fc.constantFrom('*', '_', '~', '`', ' ', 'a', 'B', '7', '\n', '(', '.'), { maxLength: 60 });
    fc.assert(
      fc.property(plain, (characters) => {
        const text = characters.join('');
        const shown = parseMrkdwn(text)
          .flatMap((paragraph): (Inline | Paragraph)[] =>
            'children' in paragraph ? [...nodesOf(paragraph.children)] : [paragraph],
          )
          .map((node) => ('text' in node ? node.text : ''))
          .join('');
        expect(shown.replace(/[^aB7]/g, '')).toBe(text.replace(/[^aB7]/g, ''));
      }),
    );
  });

  test('marks without end do not make it slow', () => {
    for (const mark of ['*', '_a', '`', '<', '*_~', '```', '<https://', ':a', '&gt;\n', 'https://']) {
      const started = performance.now();
      parseMrkdwn(mark.repeat(Math.floor(40_000 / mark.length)), { addresses: true });
      // Seconds, where a careless pattern takes minutes: no measure of this machine's speed.
      expect(performance.now() - started, mark).toBeLessThan(20_000);
    }
  });
});
