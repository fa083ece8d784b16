import { openDateline } from '../../src/cli/open-dateline.ts';
import type { Dateline } from '../../src/dateline.ts';

let opened: Dateline | undefined;

/** The real record with the real intents, opened once for all tests of a file. */
export function desk(): Dateline {
  opened ??= openDateline();
  return opened;
}

/** The moment at which tests ask, where a case names none. */
export const NOW = new Date('2026-11-22T12:00:00Z');
