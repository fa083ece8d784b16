import { answerLookup } from '../answer-question.ts';
import type { SubCommand } from './sub-command.ts';

export const corrections: SubCommand = {
  name: 'corrections',
  usage: 'corrections',
  does: 'lists what the record said wrongly once',
  run: ({ rest, timeline }, deps) => {
    const within = timeline === undefined ? {} : { timeline };
    return rest === '' ? answerLookup({ kind: 'corrections', ...within }, deps) : undefined;
  },
};
