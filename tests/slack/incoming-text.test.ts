import { expect, test } from 'vitest';
import { incomingText } from '../../src/slack/incoming-text.ts';

test.each([
  ['<@U0BOT> when?', 'when?'],
  ['<@U0BOT|dateline>, when?', ', when?'],
  ['and you, <@U0BOT>?', 'and you, ?'],
  ['<@U0BOB> said so', '@U0BOB said so'],
  ['<@U0BOB|bob> said so', '@bob said so'],
  ['in <#C1|newsroom> or <#C2>', 'in #newsroom or #C2'],
  ['<!here> and <!subteam^S1|@desk>', '@here and @desk'],
  ['<!date^1392734382^{date}|8 January 2020>', '8 January 2020'],
  ['<https://example.org/a|example.org/a>', 'example.org/a'],
  ['<https://example.org/a>', 'https://example.org/a'],
  ['<mailto:a@example.org|a@example.org>', 'a@example.org'],
  ['a &lt;b&gt; &amp;lt; c', 'a <b> &lt; c'],
  ['  two\n\nlines\t here ', 'two lines here'],
  ['<>', ''],
])('%j is read as %j', (text, question) => {
  expect(incomingText(text, 'U0BOT')).toBe(question);
});

test('without a bot to look for, every mention is a name', () => {
  expect(incomingText('<@U0BOT> when?')).toBe('@U0BOT when?');
});
