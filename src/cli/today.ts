/** The day that it is now at Greenwich, YYYY-MM-DD. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
