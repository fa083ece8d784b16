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
    blocks: [...message.blocks, shareButton('"'.repeat(LONGEST_QUESTION))],
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
    expect(shown).toContain('• Event 15. ');
    expect(shown).toMatch(/… and 4\d\d more/);
    expect(shown).toContain('15 <https://example.org/');
    expect(renderSlackMessage(answer).text).toMatch(/\n…$/);
  });

  test('a statement of 40,000 characters is cut, not refused', () => {
    const long: Statement = { role: 'lead', runs: [{ text: '&'.repeat(40_000), strong: true }], cites: [1] };
    validate(anAnswer({ statements: [long] }));
    expect(renderSlackMessage(anAnswer({ statements: [long] })).blocks[0]).toMatchObject({
      text: { text: expect.stringMatching(/^(&amp;){449}… \[1\]$/) },
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
  expect(block).toMatchObject({ text: { text: expect.stringMatching(/^(&amp;){449}… \[1\].*\[10\]…$/) } });
});

test('a list of more than twenty lines is counted, not printed', () => {
  const statements = Array.from(
    { length: 25 },
    (_, n): Statement => ({ role: 'item', runs: [{ text: `No. ${n + 1}` }], cites: [] }),
  );
  const [block] = renderSlackMessage(anAnswer({ statements })).blocks;
  expect(block).toMatchObject({ text: { text: expect.stringMatching(/• No\. 20\n… and 5 more$/) } });
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
