/**
 * What a person wrote, from the text of a Slack event or command: mentions of the bot are taken out, Slack's own markup
 * becomes the words it stands for, entities become characters.
 * See docs.slack.dev/messaging/formatting-message-text, "Retrieving messages".
 * @param botUserId the bot's own user id; absent where the text cannot mention it.
 */
export function incomingText(text: string, botUserId?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_markup, inside: string) => readMarkup(inside, botUserId))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function readMarkup(inside: string, botUserId: string | undefined): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  switch (target[0]) {
    case '@':
      return target.slice(1) === botUserId ? ' ' : `@${label || target.slice(1)}`;
    case '#':
      return `#${label || target.slice(1)}`;
    case '!':
      // "<!subteam^S1|@desk>" and "<!date^…|8 January 2020>" carry their words; "<!here>" is its own.
      return label || `@${target.slice(1).split('^')[0]}`;
    default:
      return label || target;
  }
}
