import type { Run } from '../../answer/answer.ts';
import { localDay } from '../../calendar/local-day.ts';
import { tellsOfDays } from '../../calendar/recurrence.ts';
import type { Coverage, Dateline } from '../../dateline.ts';
import { describeOccasion } from '../../digest/occasion-wording.ts';
import type { Proposal } from '../../store/proposals.ts';
import type { UserKey } from '../../store/user-settings.ts';
import type { ListenerDeps } from '../deps.ts';
import { homeDigests } from '../subscriptions/home-section.ts';
import { listedFor } from '../subscriptions/listed.ts';
import type { HomeData } from './home-view.ts';

/** How many accepted suggestions are looked up. */
const ACCEPTED = 5;

/**
 * All that one person's Home tab shows.
 * @throws StoreError where the store fails
 */
export async function homeData({ dateline, store, clock, examples }: ListenerDeps, person: UserKey): Promise<HomeData> {
  const today = Temporal.PlainDate.from(localDay(clock(), 'UTC'));
  const [{ timeline }, accepted, listed] = await Promise.all([
    store.userSettings.get(person),
    store.proposals.list(person.team, { state: 'accepted', limit: ACCEPTED }),
    listedFor(person, store),
  ]);
  const events = dateline.events();
  const coverage = dateline.coverage();
  const titles = new Map(events.map(({ id, title }) => [id, title]));
  return {
    today,
    coverage,
    anniversaries: anniversaries(dateline, today, coverage),
    accepted: accepted.map((proposal) => ({ about: aboutOf(proposal, titles), on: dayOf(proposal) })),
    examples,
    timeline,
    digests: homeDigests({ where: person, listed, dateline, now: clock() }),
  };
}

/** What comes round on a day: milestones first, then the weightier. What says too little of a day is left out. */
function anniversaries(dateline: Dateline, today: Temporal.PlainDate, coverage: readonly Coverage[]): Run[][] {
  const homes = new Map(coverage.map(({ timeline, home }) => [timeline, home]));
  const day = today.toString();
  return dateline
    .occasions({ first: day, last: day })
    .filter(tellsOfDays)
    .map((occasion) => describeOccasion(occasion, homes.get(occasion.timeline)));
}

function aboutOf({ kind, event, text }: Proposal, titles: ReadonlyMap<string, string>): string {
  const title = event === null ? undefined : titles.get(event);
  if (kind === 'event') return `a new event, ${text}`;
  return title === undefined ? `a correction, ${text}` : `a correction of “${title}”`;
}

function dayOf({ decided, createdAt }: Proposal): Temporal.PlainDate {
  return Temporal.PlainDate.from((decided?.at ?? createdAt).toISOString().slice(0, 10));
}
