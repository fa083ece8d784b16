/**
 * The day, `YYYY-MM-DD`, that a clock of an IANA time zone shows at an instant.
 * @throws RangeError when no such zone is known
 */
export function localDay(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
