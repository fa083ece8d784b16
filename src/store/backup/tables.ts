import { TABLE_NAMES, type TableName } from '../database/tables.ts';

/** A state of an installation under way is worth nothing minutes later; when a backup was brought back is no part of it. */
const LEFT_OUT: readonly TableName[] = ['oauth_states', 'restores'];

/** The tables of a backup. */
export const BACKED_UP: readonly TableName[] = TABLE_NAMES.filter((name) => !LEFT_OUT.includes(name));
