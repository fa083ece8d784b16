import { createAsk } from './answer/ask.ts';
import { createEngine } from './answer/engine.ts';
import { selectFigures } from './answer/select-figures.ts';
import { loadIntents } from './question/load-language.ts';
import { readQuestion } from './question/read-question.ts';
import { loadTimelines } from './record/load.ts';

const { english, intents } = loadIntents('intents');
const engine = createEngine(loadTimelines('data')[0]!, english, intents);
const question = readQuestion(process.argv[2]!, engine.language, Temporal.PlainDate.from('2026-11-22'));
const ask = createAsk(engine, question, Temporal.PlainDate.from('2026-11-22'));
selectFigures(ask, engine.timeline.byId.get(process.argv[3]!)!);
