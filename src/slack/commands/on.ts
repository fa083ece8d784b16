import { answerLookup } from '../answer-question.ts';
import type { SubCommand } from './sub-command.ts';

export const on: SubCommand = {
  name: 'on',
  usage: 'on 8 january',
  does: 'tells what happened on a day, over the years',
  run: ({ rest, timeline }, deps) => {
    const day = deps.dateline.readDay(rest, deps.clock());
    const within = timeline === undefined ? {} : { timeline };
    return day && answerLookup({ kind: 'on', ...day, ...within }, deps);
  },
};
