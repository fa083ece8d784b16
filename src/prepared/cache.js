// Plain JavaScript: bin/ asks it where the compiled code lies.

/** What a start leaves for the next, in the project's folder; it may be deleted at any time. */
export const CACHE = '.cache';

/** The bundle of the command line. */
export const CODE_FOLDER = `${CACHE}/code`;

/** What Node keeps of the code that it compiled. */
export const COMPILE_FOLDER = `${CACHE}/compile`;

/** Prepared records. */
export const RECORD_FOLDER = `${CACHE}/record`;
