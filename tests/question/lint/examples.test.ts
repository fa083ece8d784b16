import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngines } from '../../../src/dateline.ts';
import { prepare } from '../../../src/prepare.ts';
import { HOME } from '../../../src/prepared/home.ts';
import { lintIntents } from '../../../src/question/lint/index.ts';
import { type IntentSource, loadIntents } from '../../../src/question/load-language.ts';
import { loadTimelines } from '../../../src/record/load.ts';
import { FERRIES } from '../../support/broken-timeline.ts';
import { intentSource } from '../../support/intent-source.ts';

const own = loadIntents(join(HOME, 'intents'));

function readers(folder: string, sources: readonly IntentSource[]) {
  const intents = { english: own.english, intents: sources.map(({ intent }) => intent) };
  return createEngines(prepare(loadTimelines(folder), intents)).map(({ language, timeline }) => ({
    language,
    events: new Set(timeline.byId.keys()),
  }));
}

const WHEN = 'phrasings:\n  - when did|was\nexamples:\n';
const WHERE = 'phrasings:\n  - where did|was\nexamples:\n';

function misread(date: string, place = '  []\n') {
  const sources = [intentSource('date', 20, WHEN + date), intentSource('place', 40, WHERE + place)];
  return lintIntents({ sources }, readers(FERRIES, sources));
}

test('an example that another intent reads is named with what reads it', () => {
  expect(misread('  - ask: when did the Marigold sink\n  - ask: where did the Marigold sink\n')).toEqual([
    {
      severity: 'warning',
      rule: 'misread-example',
      file: 'intents/date.yml',
      line: 8,
      field: 'examples[1]',
      message: '"where did the Marigold sink" is read as place by "where did|was", not as date.',
      remedy:
        'Add the phrasing that it is an example of or give that a weight, or move the example to the file that reads it.',
    },
  ]);
});

test('so is one that no phrasing fits, but in a thread, from which it may take its question', () => {
  expect(misread('  - ask: the sinking of the Marigold\n')).toMatchObject([
    { message: '"the sinking of the Marigold" is fitted by no phrasing, not as date.' },
  ]);
  expect(misread('  - ask: and the Larkspur\n    thread: [when did the Marigold sink]\n')).toEqual([]);
});

test('one timeline that reads an example as its file does is enough', () => {
  const place = intentSource('place', 40, `${WHERE}  - ask: where did the Marigold sink\n`);
  const asDate = readers(FERRIES, [intentSource('date', 20, 'phrasings:\n  - where did\n')]);
  expect(lintIntents({ sources: [place] }, asDate)).toHaveLength(1);
  expect(lintIntents({ sources: [place] }, [...asDate, ...readers(FERRIES, [place])])).toEqual([]);
});

test('an example about an event that no timeline at hand holds is left alone', () => {
  expect(misread('  - ask: where was the Osprey rammed\n    event: 1999-01-01-ramming-of-the-osprey\n')).toEqual([]);
});

test('the intents of Dateline pass', () => {
  expect(lintIntents(own, readers(join(HOME, 'data'), own.sources))).toEqual([]);
});
