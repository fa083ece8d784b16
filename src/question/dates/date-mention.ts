/** A span of days, both ends included, `YYYY-MM-DD`. */
export interface DaySpan {
  first: string;
  last: string;
}

/** How fine a date in a question is. */
export type Granularity = 'day' | 'days' | 'month' | 'season' | 'year' | 'decade' | 'range';

/** How a date in a question bounds what is asked. */
export type DateOperator = 'in' | 'before' | 'after' | 'since' | 'until';

/** A date found in a question. */
export interface DateMention {
  /** Index of its first word and of the one after its last. */
  start: number;
  end: number;
  /** The words as typed. */
  text: string;
  /** The days it can mean: more than one span where it is ambiguous (08/01/20) or enumerates (2017 and 2018). */
  spans: DaySpan[];
  granularity: Granularity;
  operator: DateOperator;
  /** Given without a year, which is left open rather than guessed: any year matches. */
  open?: { month: number; day?: number };
  /** True where no calendar has such a day (31 February): there are no spans then. */
  missing?: true;
  /** True where the same digits can be read as two days (08/01/2020). */
  ambiguous?: boolean;
}

/** What one matcher makes of its words. */
export type DateReading = Omit<DateMention, 'start' | 'end' | 'text' | 'operator'>;

/** One small rule of the grammar: words that look like a date, and what they mean. */
export interface DateMatcher {
  name: string;
  pattern: RegExp;
  /** Nothing where the words fit the pattern but are no date. */
  read(groups: Record<string, string | undefined>, today: Temporal.PlainDate): DateReading | undefined;
}
