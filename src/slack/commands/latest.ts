import { answerLookup } from '../answer-question.ts';
import type { SubCommand } from './sub-command.ts';

export const latest: SubCommand = {
  name: 'latest',
  usage: 'latest',
  does: 'lists the last events of the record',
  run: ({ rest, timeline }, deps) =>
    rest === '' ? answerLookup({ kind: 'latest', ...(timeline === undefined ? {} : { timeline }) }, deps) : undefined,
};
