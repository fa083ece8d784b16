import { answerLookup } from '../answer-question.ts';
import type { SubCommand } from './sub-command.ts';

export const timeline: SubCommand = {
  name: 'timeline',
  usage: 'timeline ain al-asad 2024',
  does: 'lists what the record holds of a place, an actor or a time',
  run: ({ rest, timeline: chosen }, deps) => {
    const within = chosen === undefined ? {} : { timeline: chosen };
    const known = rest !== '' && deps.dateline.timelineOf(rest, { now: deps.clock(), ...within }) !== undefined;
    return known ? answerLookup({ kind: 'timeline', text: rest, ...within }, deps) : undefined;
  },
};
