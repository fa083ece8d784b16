/**
 * Text for Slack's mrkdwn, where `<…>` is live and `*_~` and backticks format. Slack documents escapes for `&`, `<` and
 * `>` only (docs.slack.dev/messaging/formatting-message-text); it has none for the formatting characters, and zero-width
 * spaces do not disarm them, so they are replaced by characters that look like them and mean nothing to Slack.
 */
const LOOKALIKES: Record<string, string> = {
  '*': '\u2217', // asterisk operator
  _: '\u02cd', // modifier letter low macron
  '~': '\u223c', // tilde operator
  '`': '\u02cb', // modifier letter grave accent
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** `:fire:` would become a picture; `10:30:15` must not change, so a name needs a letter or is one of Slack's few without. */
const EMOJI_COLON = /:(?=(?:[\p{L}\p{N}_+'-]*\p{L}[\p{L}\p{N}_+'-]*|100|1234|[+-]1):)/gu;

/**
 * A person's or the record's words as inert mrkdwn: no mention, link, emoji or formatting can come of them. Line breaks and
 * control characters become spaces, a lone half of a surrogate pair becomes U+FFFD, and what turns the direction of a line
 * goes.
 */
export function escapeMrkdwn(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(EMOJI_COLON, '\u2236')
    .replace(/[*_~`]/g, (character) => LOOKALIKES[character] ?? character)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
  // Slack draws a quotation bar at a line that begins with ">", escaped or not.
  return escaped.replace(/^\s*&gt;/, (start) => `\u200b${start}`);
}

/** Escaped text in bold; blank text stays as it is, since `* *` is not formatting but two asterisks. */
export function bold(text: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(escapeMrkdwn(text)) ?? [];
  return core === '' ? escapeMrkdwn(text) : `${before}*${core}*${after}`;
}

/** Longest address that is made a link: with the label it must leave room in a text object. */
const LONGEST_URL = 1000;

/** A link with a label, or only the label where the address is not http(s) or could break out of the link. */
export function link(url: string, label: string): string {
  const address = safeAddress(url)?.replaceAll('&', '&amp;');
  const text = escapeMrkdwn(label).trim();
  return address === undefined || text === '' ? text : `<${address}|${text}>`;
}

/** An address that may stand behind a link: http(s), not too long, with nothing that ends a link. */
export function safeAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) return undefined;
  const address = parsed.href.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C');
  return address.replaceAll('&', '&amp;').length <= LONGEST_URL ? address : undefined;
}

/** Text to be copied, between backticks: its asterisks and underlines stay what they are. */
export function code(text: string): string {
  const inert = text
    .replace(/[`\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
  return `\`${inert.trim() === '' ? '–' : inert}\``;
}

/** Text that somebody copied from a message of ours, with the characters for which look-alikes stand there. */
export function withoutLookalikes(text: string): string {
  return Object.entries(LOOKALIKES).reduce(
    (read, [character, lookalike]) => read.replaceAll(lookalike, character),
    text,
  );
}
