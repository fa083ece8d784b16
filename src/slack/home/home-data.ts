import type { Dateline } from '../../dateline.ts';
import type { Proposal } from '../../store/proposals.ts';
import type { UserKey } from '../../store/user-settings.ts';
import type { ListenerDeps } from '../deps.ts';
import type { DayOfHome, HomeData } from './home-view.ts';

/** How many accepted suggestions are looked up. */
const ACCEPTED = 5;

/**
 * All that one person's Home tab shows.
 * @throws StoreError where the store fails
 */
export async function homeData({ dateline, store, clock, examples }: ListenerDeps, person: UserKey): Promise<HomeData> {
  const today = Temporal.PlainDate.from(clock().toISOString().slice(0, 10));
  const [{ timeline }, accepted] = await Promise.all([
    store.userSettings.get(person),
    store.proposals.list(person.team, { state: 'accepted', limit: ACCEPTED }),
  ]);
  const events = dateline.events();
  const titles = new Map(events.map(({ id, title }) => [id, title]));
  return {
    today,
    coverage: dateline.coverage(),
    anniversaries: anniversaries(dateline, today),
    accepted: accepted.map((proposal) => ({ about: aboutOf(proposal, titles), on: dayOf(proposal) })),
    examples,
    timeline,
  };
}

/** What happened on this day of the year in earlier years, the longest ago first. */
function anniversaries(dateline: Dateline, today: Temporal.PlainDate): DayOfHome[] {
  return dateline
    .on(today.month, today.day)
    .events.map(({ date, title }) => ({ date, title, years: today.year - Number(date.slice(0, 4)) }))
    .filter(({ years }) => years > 0);
}

function aboutOf({ kind, event, text }: Proposal, titles: ReadonlyMap<string, string>): string {
  const title = event === null ? undefined : titles.get(event);
  if (kind === 'event') return `a new event, ${text}`;
  return title === undefined ? `a correction, ${text}` : `a correction of “${title}”`;
}

function dayOf({ decided, createdAt }: Proposal): Temporal.PlainDate {
  return Temporal.PlainDate.from((decided?.at ?? createdAt).toISOString().slice(0, 10));
}
