/** Milliseconds in a minute. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the clock of a zone shows, minute by minute, through Intl alone: the slow way, by which the quick one is checked. */
export class WalkedClock {
  readonly #format: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  }

  /** `2024-03-31 03:00`. */
  shows(moment: number): string {
    return this.#format.format(moment);
  }

  /** The moments from one until another, that one left out, at which the clock is put forward or back. */
  changes(from: number, until: number): number[] {
    const found: number[] = [];
    let before = this.#offset(from);
    for (let hour = from; hour < until; hour += HOUR) {
      const after = this.#offset(hour + HOUR);
      if (before === after) continue;
      before = after;
      for (let minute = hour + MINUTE; minute <= hour + HOUR; minute += MINUTE)
        if (this.#offset(minute) !== this.#offset(minute - MINUTE)) found.push(minute);
    }
    return found;
  }

  /**
   * When something runs on a local day that is to run at a time: the first minute of that day that shows the time, or else
   * the first that shows a later one.
   * @param day `YYYY-MM-DD`
   * @param time `HH:MM`
   */
  runOf(day: string, time: string): number | undefined {
    const minutes = this.#minutesOf(day);
    const exact = minutes.find(({ shown }) => shown === time);
    return (exact ?? minutes.find(({ shown }) => shown > time))?.moment;
  }

  readonly #days = new Map<string, { moment: number; shown: string }[]>();

  #minutesOf(day: string): { moment: number; shown: string }[] {
    const known = this.#days.get(day);
    if (known) return known;
    const minutes: { moment: number; shown: string }[] = [];
    const noon = Date.parse(`${day}T12:00:00Z`);
    for (let moment = noon - 30 * HOUR; moment < noon + 30 * HOUR; moment += MINUTE) {
      const [date, shown] = this.shows(moment).split(' ');
      if (date === day) minutes.push({ moment, shown: shown! });
      // A clock that is put back at midnight comes to the same day twice, within two hours.
      else if (minutes.length > 0 && moment - minutes.at(-1)!.moment > 2 * HOUR) break;
    }
    this.#days.set(day, minutes);
    return minutes;
  }

  #offset(moment: number): number {
    return Date.parse(`${this.shows(moment).replace(' ', 'T')}Z`) - moment;
  }
}
