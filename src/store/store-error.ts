/** What went wrong with the store, for a program; the message says it for a person. */
export type StoreErrorCode =
  | 'missing'
  | 'cannot-open'
  | 'corrupt'
  | 'foreign'
  | 'newer'
  | 'read-only'
  | 'full'
  | 'locked'
  | 'unreachable'
  | 'refused'
  | 'no-database'
  | 'no-permission'
  | 'wrong-encoding'
  | 'closed'
  | 'no-key'
  | 'wrong-key'
  | 'damaged-installation'
  | 'backup-exists'
  | 'backup-unwritable'
  | 'backup-unreadable'
  | 'backup-damaged'
  | 'backup-newer'
  | 'not-empty'
  | 'failed';

/** What is wrong in a sentence without its full stop, and what to do about it. Neither holds a value that was stored. */
export interface StoreProblem {
  code: StoreErrorCode;
  problem: string;
  remedy: string;
}

/** Thrown when the store cannot do what it was asked for: a sentence with its remedy, never with a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly remedy: string;

  constructor({ code, problem, remedy }: StoreProblem, options?: { cause?: unknown }) {
    super(`${problem}: ${remedy}.`, options);
    this.code = code;
    this.remedy = remedy;
  }
}
