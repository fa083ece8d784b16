/** A mention of a person in mrkdwn: only an id that Slack could have given becomes one, and only one of a single user. */
export function mention(userId: string): string {
  return /^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : 'Someone';
}
