import { narrows } from './filter.ts';
import type { Filter } from './order.ts';

/** "Nothing in the record falls on 9 May.", or what of it does not, where a filter leaves out a part. */
export function nothingFalls(filter: Filter, when: string): string {
  const what = filter.milestonesOnly ? 'No milestone' : 'Nothing';
  return `${what} in the record${narrows(filter) ? ' that fits the filter' : ''} falls ${when}.`;
}
