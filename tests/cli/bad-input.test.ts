import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { FERRIES, TimelineCopy } from '../support/broken-timeline.ts';
import { run } from '../support/captured-console.ts';
import { openFolder } from '../support/desk.ts';

describe('a question that is none is declined with words, not with an error', () => {
  test.each([
    ['empty', ''],
    ['only spaces', '  \n\t '],
    ['40,000 characters long', 'when '.repeat(8000)],
    ['one word of 40,000 characters', 'w'.repeat(40_000)],
    ['only emoji', '🚢💥🚢'],
    ['only punctuation', '?!… --- ***'],
    ['search syntax', 'title:x +y~2 *:*'],
    ['control characters', 'xq\u0000\u0007\u001b[31mzzv\u0008'],
    ['in a script from right to left', 'متى غرقت السفينة؟ \u202eabc\u202c'],
    ['half a surrogate pair', '\ud83d when \udca5'],
    ['a path and a script', '../../etc/passwd; $(rm -rf /) <script>'],
    ['the name of a property of every object', 'constructor __proto__ toString'],
  ])('%s', async (_, question) => {
    const { status, errors, lines } = await run('ask', '--data', FERRIES, '--json', '--', question);
    expect({ status, errors, lines: lines.length }).toEqual({ status: 0, errors: '', lines: 1 });
    expect(JSON.parse(lines[0]!)).toMatchObject({ status: 'declined', events: [] });
    expect(JSON.parse(lines[0]!).text.trim()).not.toBe('');
  });
});

test('whatever is typed is answered with words', () => {
  const dateline = openFolder(FERRIES);
  const now = new Date('2026-11-22T12:00:00Z');
  const piece = fc.constantFrom(
    'when',
    'how many',
    'Marigold',
    'ferry',
    'sink',
    '2016',
    'before',
    'the',
    'and',
    'who',
    'not',
    '?',
    'Heron',
  );
  const question = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' ')),
  );
  fc.assert(
    fc.property(question, fc.array(question, { maxLength: 2 }), (text, thread) => {
      const answer = dateline.ask(text, { now, thread });
      expect(renderPlainText(answer)).not.toBe('');
      expect(dateline.ask(text, { now, thread })).toEqual(answer);
    }),
    { numRuns: 60 },
  );
});

describe('a record that cannot be read', () => {
  let copy: TimelineCopy;
  beforeEach(() => {
    copy = new TimelineCopy();
  });
  afterEach(() => {
    copy.remove();
  });

  test.each(['ask', 'lint', 'chat'])('that is not there is told to dateline %s, with status 1', async (command) => {
    const nowhere = copy.path('nowhere');
    const { status, out, errors } = await run(command, ...(command === 'ask' ? ['when?'] : []), '--data', nowhere);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(errors).toContain(`error ${nowhere} There is no such folder.`);
    expect(errors).not.toMatch(/\n\s+at /);
  });

  test('because of a file in place of the folder is told so', async () => {
    const { status, errors } = await run('ask', 'when?', '--data', copy.path('timeline.yaml'));
    expect(status).toBe(1);
    expect(errors).toContain('There is no such folder.');
  });

  test('because one event is no YAML names the file and the line', async () => {
    const file = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';
    copy.replace(file, 'title: Marigold', 'title: Marigold: the second');
    const { status, out, errors } = await run('ask', 'When did the Marigold sink?', '--data', copy.folder);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(errors).toContain(`error ferries/${file}:2 This is not valid YAML`);
    expect(errors).not.toMatch(/\n\s+at /);
  });
});
