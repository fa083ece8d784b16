/** What tells the message of an event from any other. The same message may arrive as several events. */
export function messageKey(team: string, event: { channel: string; ts: string }): string {
  return `message:${team}:${event.channel}:${event.ts}`;
}
