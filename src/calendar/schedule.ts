/** When something runs again and again: a cron expression of five fields, read on the clock of an IANA zone. */
export interface Schedule {
  cron: string;
  timeZone: string;
}
