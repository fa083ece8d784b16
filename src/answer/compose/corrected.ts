import type { AllButOne } from '../all-but-one.ts';
import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { plain, strong } from '../wording.ts';
import { describeConstraints } from './describe.ts';

/** Puts before an answer what of the question the record does not bear out. */
export function corrected(ask: Ask, { unmet }: AllButOne, answer: Answer): Answer {
  const premise = describeConstraints([unmet], ask.engine.timeline);
  return {
    ...answer,
    statements: [
      {
        role: 'lead',
        runs: [plain('The record '), strong('holds no'), plain(` such ${premise}. Without “${unmet.text}” it holds:`)],
        cites: [],
      },
      ...answer.statements,
    ],
  };
}
