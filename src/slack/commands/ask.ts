import { answerQuestion } from '../answer-question.ts';
import type { SubCommand } from './sub-command.ts';

export const ask: SubCommand = {
  name: 'ask',
  usage: 'when did …?',
  does: 'answers a question; the word “ask” may be left out',
  run: ({ rest, timeline }, deps) => answerQuestion(rest, deps, { timeline }),
};
