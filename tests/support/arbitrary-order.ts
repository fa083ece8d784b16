import fc from 'fast-check';
import type { FilterNames, FilterSort } from '../../src/digest/filter-names.ts';
import { DIGEST_KINDS, type DigestOrder } from '../../src/digest/order.ts';
import { readOrder } from '../../src/digest/typed/read-order.ts';
import { arbitrarySchedule } from './arbitrary-schedule.ts';

const LEADS = ['P1D', 'P10D', 'P14D', 'P1M', 'P12M'] as const;

/** Orders as `readOrder` gives them, with ids out of those given. */
export function arbitraryOrder(ids: Readonly<Record<FilterSort, readonly string[]>>): fc.Arbitrary<DigestOrder> {
  const some = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 3 });
  return fc
    .record({
      digest: fc.constantFrom(...DIGEST_KINDS),
      schedule: arbitrarySchedule(),
      timeline: fc.option(fc.constantFrom(...ids.timeline), { nil: undefined }),
      places: some(ids.place),
      actors: some(ids.actor),
      kinds: some(ids.kind),
      milestonesOnly: fc.boolean(),
      minimumWeight: fc.oneof(fc.constant(0), fc.nat(1000)),
      leads: fc.subarray([...LEADS], { minLength: 1, maxLength: 4 }),
      emptyDays: fc.constantFrom('silent' as const, 'say' as const),
    })
    .map(({ digest, schedule, timeline, places, actors, kinds, milestonesOnly, minimumWeight, leads, emptyDays }) => {
      const ofEvents = digest !== 'editors';
      return {
        digest,
        schedule,
        filter: {
          ...(timeline === undefined ? {} : { timeline }),
          places: ofEvents ? places : [],
          actors: ofEvents ? actors : [],
          kinds: ofEvents ? kinds : [],
          milestonesOnly: milestonesOnly && ['on-this-day', 'week-ahead', 'reminders'].includes(digest),
          minimumWeight: ofEvents ? minimumWeight : 0,
        },
        leads: digest === 'reminders' || digest === 'week-ahead' ? leads : [],
        emptyDays,
      };
    });
}

const WORDS = [
  ...['digest', 'week-ahead', 'the', 'week', 'ahead', 'reminders', 'month', 'changes', 'editors', 'on', 'this', 'day'],
  ...[
    'daily',
    'weekly',
    'monthly',
    'weekdays',
    'weekends',
    'every',
    'other',
    'second',
    'monday',
    'mon-fri',
    'fri',
    'to',
  ],
  ...['first', 'last', '1st', '31st', '32nd', '99th', 'of', 'and', ',', 'weekday', 'noon', '8', '8am', 'pm', '25:00'],
  ...['08:30', '8.30am', '00:00', 'London', 'Europe/London', 'EST', '+02:00', 'UTC', 'New', 'York', 'Nowhere/Land'],
  ...[
    'cron',
    '"30 8 * * 1-5"',
    '"* * * * * *"',
    '30 8 * * *',
    '0 8 30 2 *',
    '"',
    '”',
    '2w',
    '1m',
    'P14D',
    'P99Y',
    'no',
  ],
  ...['leads', 'leads:2w,1m', 'leads:none', 'two', 'weeks', 'before', 'milestones', 'only', 'weight:5', 'weight:-1'],
  ...[
    'empty:say',
    'place:',
    'place:erbil',
    'kind:"air strike"',
    'actor:x',
    'tz:UTC',
    'cron:"0 9 * * 1"',
    '__proto__:x',
  ],
  ...['&amp;', '<@U1>', 'constructor', '🕗', 'ﬁrst', '٠٨:٣٠'],
];

/** What somebody might type: words of orders in any order, with anything between them. */
export const anyTyped: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'binary' }), fc.string()), {
    maxLength: 14,
  })
  .map((words) => words.join(' '));

/** The order that a text is read as; nothing where it is refused. @throws whatever is no refusal */
export function readOrNothing(text: string, names: FilterNames): DigestOrder | undefined {
  try {
    return readOrder(text, names);
  } catch (error) {
    if (error instanceof Error && error.name === 'OrderError') return undefined;
    throw error;
  }
}
