/** A column's milliseconds as a moment. */
export function dateOf(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}

/** A moment as a column's milliseconds. */
export function timeOf(date: Date | null): number | null {
  return date === null ? null : date.getTime();
}
