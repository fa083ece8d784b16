/**
 * What Slack takes in one message, in characters unless said otherwise.
 * From docs.slack.dev: reference/block-kit/blocks, reference/block-kit/composition-objects/text-object,
 * reference/methods/chat.postMessage; `messageWeight` from slackapi/bolt-js issues 2509 and 2867.
 */
export const LIMITS = {
  /** Text of a section, and of any text object. */
  sectionText: 3000,
  /** Elements of a context block. */
  contextElements: 10,
  /** Elements of an actions block. */
  actionsElements: 25,
  headerText: 150,
  buttonText: 75,
  buttonValue: 2000,
  /** The `text` of a message: longer ones draw `msg_too_long` from some methods; Slack recommends this. */
  fallbackText: 4000,
  /** All blocks of a message as JSON: past about 13,000 Slack answers `msg_blocks_too_long`. Some room is left for buttons. */
  messageWeight: 8_500,
  /** The same for a digest, under which nothing stands. */
  digestWeight: 12_000,
  /** What the buttons under an answer may weigh as JSON. */
  buttonsWeight: 4_000,
} as const;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How much of `messageWeight` a text takes: its length as JSON. */
export function weight(text: string): number {
  return JSON.stringify(text).length;
}

/**
 * Cuts a text to at most `max` UTF-16 units, never inside a character that a reader sees as one, and ends it with "…".
 * A text that fits is returned as it is.
 */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Joins lines to as few texts as possible of at most `max` characters each; a line is never divided.
 * Every line must fit by itself.
 */
export function packLines(lines: readonly string[], max: number, joint = '\n'): string[] {
  const packed: string[] = [];
  let current: string | undefined;
  for (const line of lines) {
    if (current !== undefined && current.length + joint.length + line.length > max) {
      packed.push(current);
      current = undefined;
    }
    current = current === undefined ? line : `${current}${joint}${line}`;
  }
  if (current !== undefined) packed.push(current);
  return packed;
}

/**
 * The head of a list that fits `max` entries and `budget` weight, with how many were left out and what it weighs.
 */
export function capList(lines: readonly string[], max: number, budget: number) {
  const shown: string[] = [];
  let used = 0;
  for (const line of lines) {
    const heavier = used + weight(line);
    if (shown.length === max || heavier > budget) break;
    used = heavier;
    shown.push(line);
  }
  return { shown, more: lines.length - shown.length, used };
}
