import type { LogFields } from '../log-fields.ts';

/** What is read of anything that Slack sends: events, commands and interactions. */
interface Delivered {
  event_id?: unknown;
  team_id?: unknown;
  channel_id?: unknown;
  team?: unknown;
  channel?: unknown;
  event?: { channel?: unknown; item?: { channel?: unknown } };
}

/** Slack's ids of workspaces and channels, such as `T0123456789`, and of events, such as `Ev0123456789`. */
const ID = /^(?:[A-Z]|Ev)[A-Z0-9]{1,40}$/;

/**
 * The ids of what Slack sent, for each line of the log that is about it: `team`, `channel`, and of an event `eventId`. What
 * does not look like an id is left out, so that nothing that a person typed gets there.
 */
export function deliveryIds(body: Delivered): LogFields {
  const ids = {
    team: firstId(body.team_id, body.team),
    channel: firstId(body.channel_id, body.channel, body.event?.channel, body.event?.item?.channel),
    eventId: firstId(body.event_id),
  };
  return Object.fromEntries(Object.entries(ids).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The first of some values that is an id, or an object with one, as `team` is in an interaction. */
function firstId(...values: readonly unknown[]): string | undefined {
  return values
    .map((value) => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value))
    .find((id): id is string => typeof id === 'string' && ID.test(id));
}
