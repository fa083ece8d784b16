import { FIRST_DAY, LAST_DAY } from '../../record/edtf.ts';
import type { DateOperator } from './date-mention.ts';

/** The days that an operator makes of a span: after it, since it began, and so on. */
export function boundedSpan(span: { first: string; last: string }, operator: DateOperator) {
  switch (operator) {
    case 'before':
      return { first: FIRST_DAY, last: Temporal.PlainDate.from(span.first).subtract({ days: 1 }).toString() };
    case 'until':
      return { first: FIRST_DAY, last: span.last };
    case 'after':
      return { first: Temporal.PlainDate.from(span.last).add({ days: 1 }).toString(), last: LAST_DAY };
    case 'since':
      return { first: span.first, last: LAST_DAY };
    default:
      return span;
  }
}
