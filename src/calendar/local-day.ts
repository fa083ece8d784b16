/** The day on which a moment falls on the clock of an IANA zone, `YYYY-MM-DD`. @throws RangeError for an unknown zone */
export function localDay(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
