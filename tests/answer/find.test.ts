import { expect, test } from 'vitest';
import { describe as constraintsIn, createAsk, find } from '../../src/answer/ask.ts';
import { createEngines } from '../../src/dateline.ts';
import { prepare } from '../../src/prepare.ts';
import { readQuestion } from '../../src/question/read-question.ts';
import { loadTimelines } from '../../src/record/load.ts';
import { FERRIES } from '../support/broken-timeline.ts';
import { intents } from '../support/desk.ts';

test('what a "not" governs is read once for all events, however many there are', () => {
  const [engine] = createEngines(prepare(loadTimelines(FERRIES), intents()));
  const today = Temporal.PlainDate.from('2026-11-22');
  const text = 'what happened in Talvessa, not in Kestrel Sound, not at Skarnholm, not the strike, not the settlement';
  const ask = createAsk(engine!, readQuestion(text, engine!.language, today), today);
  let reads = 0;
  const watched = constraintsIn(ask).map((constraint) =>
    Object.defineProperty({ ...constraint }, 'negation', {
      get: () => {
        reads++;
        return constraint.negation;
      },
    }),
  );
  const { candidates } = find(ask, watched);
  // Every event is in Talvessa, so every one is held against each "not".
  expect(candidates).toHaveLength(engine!.timeline.events.length);
  expect(reads / watched.length).toBeLessThan(candidates.length);
});
