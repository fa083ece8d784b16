/** From this degree on, 0 to 1, an event meets a constraint at all: a name in passing is no name of the event. */
export const MET = 0.3;

/** From this degree on it meets it by its fields, not only by its text. */
export const BY_FIELD = 0.84;
