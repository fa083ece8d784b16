import { addDays, FIRST_DAY, LAST_DAY } from '../../record/edtf.ts';
import type { DateOperator } from './date-mention.ts';

/** The days that an operator makes of a span: after it, since it began, and so on. */
export function boundedSpan(span: { first: string; last: string }, operator: DateOperator) {
  switch (operator) {
    case 'before':
      return { first: FIRST_DAY, last: addDays(span.first, -1) };
    case 'until':
      return { first: FIRST_DAY, last: span.last };
    case 'after':
      return { first: addDays(span.last, 1), last: LAST_DAY };
    case 'since':
      return { first: span.first, last: LAST_DAY };
    default:
      return span;
  }
}
