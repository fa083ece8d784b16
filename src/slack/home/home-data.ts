import { anniversaries } from '../../record/anniversaries.ts';
import type { Proposal } from '../../store/proposals.ts';
import type { UserKey } from '../../store/user-settings.ts';
import type { ListenerDeps } from '../deps.ts';
import type { HomeData } from './home-view.ts';

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
    coverage: dateline.coverage,
    anniversaries: anniversaries(events, today).map(({ event: { date, title }, years }) => ({ date, title, years })),
    accepted: accepted.map((proposal) => ({ about: aboutOf(proposal, titles), on: dayOf(proposal) })),
    examples,
    timeline,
  };
}

function aboutOf({ kind, event, text }: Proposal, titles: ReadonlyMap<string, string>): string {
  const title = event === null ? undefined : titles.get(event);
  if (kind === 'event') return `a new event, ${text}`;
  return title === undefined ? `a correction, ${text}` : `a correction of “${title}”`;
}

function dayOf({ decided, createdAt }: Proposal): Temporal.PlainDate {
  return Temporal.PlainDate.from((decided?.at ?? createdAt).toISOString().slice(0, 10));
}
