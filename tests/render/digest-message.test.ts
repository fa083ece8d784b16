import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../src/answer/answer.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { validateMessage } from '../../src/local-slack/validate-message.ts';
import { renderDigestMessage } from '../../src/render/digest-message.ts';
import { anyDigest } from '../support/arbitrary-digest.ts';
import { anAnswer } from '../support/fake-dateline.ts';

const item = (text: string, ...cites: number[]): Statement => ({ role: 'item', runs: [{ text }], cites });
const detail = (text: string): Statement => ({ role: 'detail', runs: [{ text }], cites: [1] });

function aDigest(overrides: Partial<Digest> = {}): Digest {
  return {
    kind: 'on-this-day',
    title: 'On this day, 8 January',
    days: { first: '2026-01-08', last: '2026-01-08' },
    empty: false,
    sections: [{ heading: '', lines: [item('6 years since: Iran fires missiles', 1)] }],
    notes: [],
    caveats: [],
    citations: anAnswer().citations,
    ...overrides,
  };
}

/** Every text of a message that Slack reads as mrkdwn. */
function mrkdwnTexts(digest: Digest): string[] {
  const { text, blocks } = renderDigestMessage(digest);
  const inBlocks = blocks.flatMap((block) => {
    if (block.type === 'section') return [block.text?.text ?? ''];
    return block.type === 'context' ? block.elements.map((element) => ('text' in element ? element.text : '')) : [];
  });
  return [text, ...inBlocks];
}

test('a digest in blocks: title, notes, sections, caveats, sources', () => {
  const sections = [
    { heading: 'Thursday 8 January', lines: [item('Iran fires', 1), detail('None killed')], note: 'And 7 more' },
  ];
  const { blocks } = renderDigestMessage(aDigest({ sections, notes: ['Posted late.'], caveats: ['<b>'] }));
  const texts = blocks.map((block) => {
    if (block.type === 'section') return block.text?.text;
    if (block.type === 'context') return block.elements.map((element) => ('text' in element ? element.text : ''));
    return block.type === 'header' ? block.text.text : block;
  });
  expect(texts).toEqual([
    'On this day, 8 January',
    ['Posted late.'],
    '*Thursday 8 January*\n• Iran fires [1]\n    ◦ None killed [1]\nAnd 7 more',
    ['&lt;b&gt;'],
    ['1 <https://example.org/afp?id=1&amp;lang=en|AFP>, 8 January 2020'],
  ]);
});

test('where there is no room for all, what belongs to a line gives way before a line of its own', () => {
  const lines = Array.from({ length: 12 }, (_, n) => [
    item(`Event ${n}.`, 1),
    detail(`Toll ${n}: ${'word '.repeat(300)}`),
  ]);
  const digest = aDigest({ sections: [{ heading: '', lines: lines.flat() }] });
  const shown = JSON.stringify(renderDigestMessage(digest).blocks);
  expect(shown).toContain('Event 11.');
  expect(shown).toContain('Toll 0:');
  expect(shown).not.toContain('Toll 11:');
  expect(shown).not.toContain('more');
});

test('lines that find no room are counted', () => {
  const lines = Array.from({ length: 500 }, (_, n) => item(`Event ${n}. ${'word '.repeat(20)}`, 1));
  const shown = renderDigestMessage(aDigest({ sections: [{ heading: '', lines }] })).blocks;
  const told = JSON.stringify(shown).match(/Event \d+\./g)!.length;
  expect(told).toBeGreaterThan(50);
  expect(JSON.stringify(shown)).toContain(`… and ${500 - told} more`);
});

test('what holds nothing but control characters is passed over', () => {
  const { text, blocks } = renderDigestMessage(aDigest({ notes: ['\0'], caveats: ['\0'] }));
  validateMessage({ text, blocks });
});

describe('whatever a digest holds', () => {
  test('Slack takes the message', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        const { text, blocks } = renderDigestMessage(digest);
        expect(validateMessage({ text, blocks }).text.length).toBeLessThanOrEqual(3900);
        validateMessage({ text, blocks }, 'update');
      }),
      { numRuns: 120 },
    );
  });

  test('nothing in the message is live but links over http(s)', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        for (const text of mrkdwnTexts(digest)) {
          const withoutLinks = text.replace(/<https?:\/\/[^<>|\s]+\|([^<>]*)>/g, '$1');
          expect(withoutLinks).not.toMatch(/[<>_~`]/);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('every source that a shown line cites is shown', () => {
    const cited = fc.array(fc.record({ words: fc.integer({ min: 1, max: 200 }), n: fc.integer({ min: 1, max: 60 }) }), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(cited, (lines) => {
        const sections = [{ heading: '', lines: lines.map(({ words, n }) => item('word '.repeat(words), n)) }];
        const citations = Array.from({ length: 60 }, (_, index) => ({
          ...anAnswer().citations[0]!,
          n: index + 1,
          url: `https://example.org/${index + 1}`,
        }));
        const shown = JSON.stringify(renderDigestMessage(aDigest({ sections, citations })).blocks);
        for (const [, n] of shown.matchAll(/\[(\d+)\]/g)) expect(shown).toContain(`https://example.org/${n}|`);
      }),
      { numRuns: 100 },
    );
  });
});
