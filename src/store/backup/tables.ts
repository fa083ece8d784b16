import { TABLE_NAMES, type TableName } from '../database/tables.ts';

/** The tables of a backup. A state of an installation under way is worth nothing minutes later, and must not come back. */
export const BACKED_UP: readonly TableName[] = TABLE_NAMES.filter((name) => name !== 'oauth_states');
