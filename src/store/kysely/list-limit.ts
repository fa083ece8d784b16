/** How many rows a list gives where the caller names no number. */
export const LIST_LIMIT = 100;
