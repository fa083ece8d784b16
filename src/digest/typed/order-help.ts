/** How orders are typed, one line each: what is written, and what it does. */
export const ORDER_HELP: readonly { typed: string; does: string }[] = [
  { typed: 'digest daily 08:30 Europe/London weekdays', does: 'what happened on this day, over the years' },
  {
    typed: 'week-ahead monday 7:00 America/New_York',
    does: 'the week ahead, milestones flagged two weeks and a month before',
  },
  { typed: 'reminders 09:00 Europe/Paris 2w 1m', does: 'milestones alone, two weeks and a month before' },
  { typed: 'month 1st 08:00 Asia/Baghdad', does: 'the month that has ended' },
  { typed: 'changes friday 17:00 UTC', does: 'events that are new or corrected since the last time' },
  { typed: 'editors weekdays 9:00 Europe/London', does: 'questions without an answer, and feedback' },
  { typed: 'digest cron "30 8 * * 1-5" London', does: 'a cron expression of five fields, due once a day at most' },
];

/** What may stand in an order besides what is posted, when, and in which zone. */
export const ORDER_WORDS: readonly { typed: string; does: string }[] = [
  { typed: '08:30, 8.30am, noon', does: 'the time, on the clock of the zone' },
  { typed: 'daily, weekdays, weekends, mon,wed,fri, mon-thu', does: 'days of the week' },
  { typed: '1st,15th, last day, first monday, last friday, first weekday', does: 'days of the month' },
  { typed: 'place:"…" actor:… kind:"…" timeline:…', does: 'only events of these; several with commas' },
  { typed: 'milestones, weight:5', does: 'only milestones; only events of this weight or more' },
  { typed: 'leads:2w,1m', does: 'how long before milestones are flagged, four times at most; leads:none for never' },
  { typed: 'empty:say', does: 'says so, too, when there is nothing to tell' },
];
