import { expect, test } from 'vitest';
import { noughtOf } from '../../src/question/nought.ts';
import { words } from '../../src/record/words.ts';

const TOLL = /^(kill(s|ed|ing)?|died|dead|hurt|casualties|deaths|wounded)$/;
const SILENT = /^(a|the|was|were|anyone|any|who|in|with|been|have)$/;

/** The words of the first toll of a text with what denies it; nothing where it is not denied. */
function denial(text: string): string | undefined {
  const all = words(text);
  const start = all.findIndex(({ folded }) => TOLL.test(folded));
  const nought = noughtOf(
    text,
    all,
    { start, end: start + 1 },
    {
      isPeople: (index) => all[index]!.folded === 'americans',
      isSilent: (index) => SILENT.test(all[index]!.folded),
    },
  );
  return nought && text.slice(all[start - nought.before]!.start, all[start + nought.after]!.end);
}

test.each([
  ['no Americans died', 'no Americans died'],
  ['that killed no one', 'killed no one'],
  ['killed nobody in Erbil', 'killed nobody'],
  ['killed no Americans or Marines then', 'killed no Americans or Marines'],
  ['nobody was hurt', 'nobody was hurt'],
  ['not a single one was wounded', 'not a single one was wounded'],
  ['an attack that caused no casualties', 'caused no casualties'],
  ['it resulted in no deaths', 'resulted in no deaths'],
  ['without killing anyone', 'without killing'],
  ['did not cause any casualties', 'not cause any casualties'],
  ['no fewer than three killed', undefined],
  ['not only killed', undefined],
  ['no, who was killed', undefined],
  ['no warning before it killed', undefined],
  ['no group claimed it, three dead', undefined],
  ['killed three', undefined],
])('%s: %s', (text, expected) => {
  expect(denial(text)).toBe(expected);
});
