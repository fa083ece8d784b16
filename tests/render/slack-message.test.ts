import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Statement } from '../../src/answer/answer.ts';
import { LONGEST_QUESTION } from '../../src/dateline.ts';
import { validateMessage } from '../../src/local-slack/validate-message.ts';
import { renderNotice, renderSlackMessage } from '../../src/render/slack-message.ts';
import { shareButton } from '../../src/slack/share-button.ts';
import { anyAnswer } from '../support/arbitrary-answer.ts';
import { anAnswer } from '../support/fake-dateline.ts';

/** What Slack would take as it is; throws with Slack's complaints otherwise. */
function validate(answer: Answer) {
  const message = renderSlackMessage(answer);
  return validateMessage({
    text: message.text,
    blocks: [...message.blocks, { type: 'actions', elements: [shareButton('"'.repeat(LONGEST_QUESTION))] }],
  });
}

function mrkdwnTexts(answer: Answer): string[] {
  const { text, blocks } = renderSlackMessage(answer);
  const inBlocks = blocks.flatMap((block) => {
    if (block.type === 'section') return [block.text?.text ?? ''];
    return block.type === 'context' ? block.elements.map((element) => ('text' in element ? element.text : '')) : [];
  });
  return [text, ...inBlocks];
}

test('an answer in blocks', () => {
  const answer = anAnswer({ caveats: ['Local date.'], notUnderstood: ['<b>'] });
  expect(renderSlackMessage(answer).blocks).toEqual([
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: 'Iran fired missiles at Ain al-Asad on *8 January 2020*. [1]',
        verbatim: true,
      },
    },
    {
      type: 'context',
      elements: [{ type: 'mrkdwn', text: 'Local date.\nNot understood: “&lt;b&gt;”.', verbatim: true }],
    },
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: '1 <https://example.org/afp?id=1&amp;lang=en|AFP>, 8 January 2020',
          verbatim: true,
        },
      ],
    },
  ]);
});

test('a decline says what is nearest', () => {
  const nearest = [{ id: 'a', date: '2021-06', title: 'Drone attack' }];
  const { blocks } = renderSlackMessage(anAnswer({ status: 'declined', nearest }));
  expect(JSON.stringify(blocks)).toContain('*Nearest in the record*\\n• June 2021: Drone attack');
});

describe('an oversized answer', () => {
  const item = (n: number): Statement => ({
    role: 'item',
    runs: [{ text: `Event ${n}. ${'word '.repeat(20)}` }],
    cites: [n],
  });

  test('keeps its lead and its sources and counts the rest', () => {
    const citations = Array.from({ length: 500 }, (_, index) => ({ ...anAnswer().citations[0]!, n: index + 1 }));
    const statements = [...anAnswer().statements, ...Array.from({ length: 500 }, (_, index) => item(index + 1))];
    const answer = anAnswer({ statements, citations });
    validate(answer);
    const shown = JSON.stringify(renderSlackMessage(answer).blocks);
    expect(shown).toContain('*8 January 2020*');
    expect(shown).toContain('• Event 8. ');
    expect(shown).toContain('… and 492 more');
    expect(shown).toContain('8 <https://example.org/');
    expect(shown).not.toContain('9 <https://example.org/');
    expect(renderSlackMessage(answer).text).toMatch(/\n…$/);
  });

  test('a statement of 40,000 characters is cut, not refused', () => {
    const long: Statement = { role: 'lead', runs: [{ text: '&'.repeat(40_000), strong: true }], cites: [1] };
    validate(anAnswer({ statements: [long] }));
    expect(renderSlackMessage(anAnswer({ statements: [long] })).blocks[0]).toMatchObject({
      text: { text: expect.stringMatching(/^(&amp;){381}… \[1\]$/) },
    });
  });

  test('a statement as long as a history of tolls is printed whole', () => {
    const toll = 'Wounded: 34 (U.S. service members), Pentagon, 24 January 2020; '.repeat(30);
    const answer = anAnswer({ statements: [{ role: 'detail', runs: [{ text: toll }], cites: [1] }] });
    validate(answer);
    expect(renderSlackMessage(answer).blocks[0]).toMatchObject({ text: { text: `${toll} [1]` } });
    expect(renderSlackMessage(answer).text).toContain(toll);
  });
});

test('a line of hundreds of bold runs or citations is shortened, not left out', () => {
  const runs = Array.from({ length: 900 }, () => ({ text: '&', strong: true }));
  const cites = Array.from({ length: 400 }, (_, index) => index + 1);
  const [block] = renderSlackMessage(anAnswer({ statements: [{ role: 'lead', runs, cites }] })).blocks;
  expect(block).toMatchObject({ text: { text: expect.stringMatching(/^(&amp;){381}… \[1\].*\[10\]…$/) } });
});

test('the answer itself is a headline, where the lead begins with it', () => {
  const lead: Statement = {
    role: 'lead',
    runs: [{ text: '8 January 2020', strong: true }, { text: ', about 01:30 in Iraq: Iran fires.' }],
    cites: [1],
  };
  const { blocks, text } = renderSlackMessage(anAnswer({ statements: [lead] }));
  expect(blocks.slice(0, 2)).toMatchObject([
    { type: 'header', text: { type: 'plain_text', text: '8 January 2020' } },
    { type: 'section', text: { text: 'About 01:30 in Iraq: Iran fires. [1]' } },
  ]);
  expect(text).toContain('8 January 2020, about 01:30 in Iraq: Iran fires. [1]');
  const declined = renderSlackMessage(anAnswer({ statements: [lead], status: 'declined' }));
  expect(declined.blocks[0]).toMatchObject({
    type: 'section',
    text: { text: '*8 January 2020*, about 01:30 in Iraq: Iran fires. [1]' },
  });
});

test('figures that were revised stand one below the other', () => {
  const toll: Statement = {
    role: 'detail',
    runs: [
      { text: 'Wounded: ', label: true },
      { text: '11 (a; b), Air & Space' },
      { text: '; ', joint: true },
      { text: '34, Pentagon' },
    ],
    cites: [1],
  };
  expect(renderSlackMessage(anAnswer({ statements: [toll] })).blocks[0]).toMatchObject({
    text: { text: '*Wounded*\n◦ 11 (a; b), Air &amp; Space\n◦ 34, Pentagon [1]' },
  });
});

test('a figure that stands alone stays beside its label', () => {
  const toll: Statement = {
    role: 'detail',
    runs: [{ text: 'Killed: ', label: true }, { text: '3, Pentagon.' }],
    cites: [1],
  };
  expect(renderSlackMessage(anAnswer({ statements: [toll] })).blocks[0]).toMatchObject({
    text: { text: '*Killed:* 3, Pentagon. [1]' },
  });
});

describe('a long list', () => {
  const items = (count: number) =>
    Array.from(
      { length: count },
      (_, n): Statement => ({
        role: 'item',
        runs: [{ text: `${n + 1} May 2020`, strong: true }, { text: `: No. ${n + 1}` }],
        cites: [1],
      }),
    );
  const answer = anAnswer({ status: 'several', statements: items(60) });

  test('is a table page by page, each with its lines and no others', () => {
    const pages = [0, 1, 2].map((page) => renderSlackMessage(answer, page));
    for (const { text, blocks } of pages) validateMessage({ text, blocks });
    const rows = pages.map(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? block.rows.slice(1) : [])),
    );
    expect(rows.map(({ length }) => length)).toEqual([25, 25, 10]);
    expect(rows.flat().map(([date]) => date)).toMatchObject(items(60).map(({ runs }) => ({ text: runs[0]!.text })));
    expect(JSON.stringify(rows[2]!.at(-1))).toContain('"url":"https://example.org/afp?id=1&lang=en"');
    expect(JSON.stringify(pages[2]!.blocks)).toContain('51 to 60 of 60');
    expect(pages[1]!.text).toContain('• 26 May 2020: No. 26 [1]');
    expect(pages[1]!.text).not.toContain('No. 25');
  });

  test('has no page before its first or after its last', () => {
    expect(renderSlackMessage(answer, -1)).toEqual(renderSlackMessage(answer, 0));
    expect(renderSlackMessage(answer, 9)).toEqual(renderSlackMessage(answer, 2));
  });
});

test('a list of more than ten lines is counted, not printed', () => {
  const statements = Array.from(
    { length: 25 },
    (_, n): Statement => ({ role: 'item', runs: [{ text: `No. ${n + 1}` }], cites: [] }),
  );
  const [block] = renderSlackMessage(anAnswer({ statements })).blocks;
  expect(block).toMatchObject({ text: { text: expect.stringMatching(/• No\. 8\n… and 17 more$/) } });
});

test('an answer without words still makes a message', () => {
  const empty = anAnswer({ statements: [], citations: [] });
  expect(validate(empty).text).toBe('The record holds nothing to say here.');
});

test('a notice is a message too', () => {
  expect(validateMessage({ ...renderNotice('Ask <me>.', '*For example*') }).text).toBe(
    'Ask &lt;me&gt;.\n∗For example∗',
  );
});

describe('whatever an answer holds', () => {
  test('Slack takes the message, with room for what a door adds', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(validate(answer).text.length).toBeLessThanOrEqual(3900);
        for (const page of [0, 1]) {
          const { text, blocks } = renderSlackMessage(answer, page);
          validateMessage({ text, blocks });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('nothing in the message is live but links over http(s)', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        for (const text of mrkdwnTexts(answer)) {
          const withoutLinks = text.replace(/<https?:\/\/[^<>|\s]+\|([^<>]*)>/g, '$1');
          expect(withoutLinks).not.toMatch(/[<>_~`]/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
