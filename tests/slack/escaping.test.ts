import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/state/message.ts';
import { anAnswer } from '../support/fake-dateline.ts';
import { BOT } from '../support/local-newsroom.ts';
import { type SlackBench, startBench } from '../support/slack-bench.ts';

/** Questions as Slack sends them: what a person typed arrives with `&`, `<` and `>` as entities. */
const TYPED = [
  ['&lt;!channel&gt; when?', '“&lt;!channel&gt; when?”'],
  ['&lt;@U0BOB&gt; when?', '“&lt;@U0BOB&gt; when?”'],
  ['*bold* _italic_ ~struck~ `code`', '“∗bold∗ ˍitalicˍ ∼struck∼ ˋcodeˋ”'],
  ['&lt;javascript:alert(1)|press&gt;', '“&lt;javascript:alert(1)|press&gt;”'],
  ['a &amp;lt; b', '“a &amp;lt; b”'],
];

/** Live markup that Slack puts into a question, which must come back dead. */
const LIVE = [
  ['<!channel> when?', '“@channel when?”'],
  ['<!here|here> when?', '“here when?”'],
  ['<@U0BOB> when?', '“@U0BOB when?”'],
  ['<#C0NEWS|newsroom> when?', '“#newsroom when?”'],
  ['<https://evil.example|a link> when?', '“a link when?”'],
  ['<!subteam^S1|@desk> when?', '“@desk when?”'],
];

let bench: SlackBench;
beforeEach(async () => {
  bench = await startBench('socket');
});
afterEach(() => bench.stop());

/** All texts of a message that Slack reads as mrkdwn. */
function mrkdwnOf(message: Message): string[] {
  const texts = JSON.stringify(message.blocks ?? []).matchAll(/"type":"mrkdwn","text":("(?:[^"\\]|\\.)*")/g);
  return [message.text, ...[...texts].map(([, text = '""']) => JSON.parse(text) as string)];
}

/** What is live in mrkdwn, apart from links over http(s). */
function liveMarkup(text: string): string[] {
  return [...text.matchAll(/<([^>]*)>/g)]
    .map(([, inside = '']) => inside)
    .filter((inside) => !/^https?:\/\//.test(inside));
}

describe('what a person wrote comes back as text', () => {
  test.each([...TYPED, ...LIVE])('%s', async (typed, shown) => {
    await bench.slack.people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> ${typed}`);
    const [posted] = await bench.slack.journal.until('posted');
    const texts = mrkdwnOf(posted!.message);
    expect(texts.filter((text) => text.includes(shown!)).length).toBeGreaterThanOrEqual(2);
    expect(texts.flatMap(liveMarkup)).toEqual([]);
  });
});

test('what the record holds comes out as text too', async () => {
  bench.dateline.answer = () =>
    anAnswer({
      statements: [
        { role: 'lead', runs: [{ text: '> <!everyone> *', strong: true }, { text: ' & <@U0BOB>' }], cites: [1] },
        { role: 'item', runs: [{ text: '<https://evil.example|press me>' }], cites: [] },
      ],
      caveats: ['<!here>'],
      citations: [
        { n: 1, title: 't', described: true, publisher: '<!channel>|AFP', url: 'javascript:alert(1)' },
        { n: 2, title: 't', described: true, publisher: 'AP', url: 'https://example.org/a|b>c' },
      ],
    });
  await bench.slack.people.say('U0ALICE', 'D0ALICE', 'when?');
  const [posted] = await bench.slack.journal.until('posted');
  const texts = mrkdwnOf(posted!.message);
  expect(texts.flatMap(liveMarkup)).toEqual([]);
  expect(texts.join('\n')).toContain('<https://example.org/a%7Cb%3Ec|AP>');
  expect(texts.join('\n')).not.toContain('javascript:');
  expect(texts.join('\n')).not.toMatch(/^&gt;/m);
});
