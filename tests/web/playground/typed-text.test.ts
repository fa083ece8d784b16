import { describe, expect, test } from 'vitest';
import { commandIn, encodeTyped } from '../../../src/web/playground/page/typed-text.js';

const PEOPLE = [
  { id: 'U0SAM', names: ['sam', 'Sam Okafor'] },
  { id: 'U0SAMIRA', names: ['samira', 'Samira'] },
  { id: 'U0DATELINE', names: ['Dateline'] },
];
const CHANNELS = [{ id: 'C0NEWS', names: ['newsroom'] }];
const encode = (text: string) => encodeTyped(text, PEOPLE, CHANNELS);

describe('what a person types, as Slack sends it', () => {
  test.each([
    ['@Dateline when was it?', '<@U0DATELINE> when was it?'],
    ['@dateline, please', '<@U0DATELINE>, please'],
    ['hello @Sam Okafor and @samira', 'hello <@U0SAM> and <@U0SAMIRA>'],
    ['in #newsroom', 'in <#C0NEWS>'],
    ['@nobody and #nowhere', '@nobody and #nowhere'],
    ['mail@dateline.example', 'mail@dateline.example'],
    ['@samuel', '@samuel'],
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['<@U0SAM> <!channel> <https://a.example|x>', '&lt;@U0SAM&gt; &lt;!channel&gt; &lt;https://a.example|x&gt;'],
  ])('%s', (typed, sent) => {
    expect(encode(typed)).toBe(sent);
  });

  test('names with signs that mean something to a pattern are names', () => {
    expect(encodeTyped('@a.b+c (x)', [{ id: 'U0A', names: ['a.b+c (x)'] }], [])).toBe('<@U0A>');
    expect(encodeTyped('@axb+c', [{ id: 'U0A', names: ['a.b+c'] }], [])).toBe('@axb+c');
    expect(encodeTyped('@sam', [], [])).toBe('@sam');
  });
});

test.each([
  ['/dateline when was it?', { command: '/dateline', text: 'when was it?' }],
  ['/Dateline', { command: '/dateline', text: '' }],
  ['  /dateline   a\nb ', { command: '/dateline', text: 'a\nb' }],
  ['/8 January', undefined],
  ['and /dateline', undefined],
  ['//', undefined],
  ['/', undefined],
])('the command in "%s"', (typed, command) => {
  expect(commandIn(typed)).toEqual(command);
});
