/**
 * Slack's rules for the blocks that Dateline sends, written down a second time and independently of the renderers, from
 * docs.slack.dev/reference/block-kit. Any other block or element is refused.
 */
export type Complain = (pointer: string, message: string) => void;

type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of `min` to `max` characters that is not blank and can be sent as UTF-8. */
export function checkString(value: unknown, at: string, max: number, complain: Complain): void {
  if (typeof value !== 'string') {
    complain(at, 'must be a string');
    return;
  }
  if (value.trim() === '') complain(at, 'must be more than 0 characters');
  if (value.length > max) complain(at, `must be less than ${max + 1} characters`);
  if (!value.isWellFormed()) complain(at, 'must be well-formed Unicode');
}

export function checkFields(value: Json, at: string, allowed: readonly string[], complain: Complain): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) complain(at, `invalid additional property: ${key}`);
  }
}

export function checkText(value: unknown, at: string, kinds: readonly string[], max: number, complain: Complain): void {
  if (!isObject(value)) {
    complain(at, 'missing required field: text');
    return;
  }
  if (!kinds.includes(String(value.type))) complain(`${at}/type`, `must be one of: ${kinds.join(', ')}`);
  checkFields(value, at, ['type', 'text', value.type === 'mrkdwn' ? 'verbatim' : 'emoji'], complain);
  checkString(value.text, `${at}/text`, max, complain);
}

export function checkItems(
  value: unknown,
  at: string,
  max: number,
  complain: Complain,
  each: (item: unknown, at: string) => void,
): void {
  if (!Array.isArray(value)) {
    complain(at, 'must be an array');
    return;
  }
  if (value.length === 0) complain(at, 'no fewer than 1 items allowed');
  if (value.length > max) complain(at, `no more than ${max} items allowed`);
  value.forEach((item, index) => {
    each(item, `${at}/${index}`);
  });
}

export function checkButton(value: unknown, at: string, complain: Complain): void {
  if (!isObject(value) || value.type !== 'button') {
    complain(at, 'unsupported type');
    return;
  }
  checkFields(value, at, ['type', 'action_id', 'text', 'value', 'url', 'style'], complain);
  checkText(value.text, `${at}/text`, ['plain_text'], 75, complain);
  checkString(value.action_id, `${at}/action_id`, 255, complain);
  if (value.value !== undefined) checkString(value.value, `${at}/value`, 2000, complain);
  if (value.url !== undefined) checkString(value.url, `${at}/url`, 3000, complain);
  if (value.style !== undefined && value.style !== 'primary' && value.style !== 'danger') complain(at, 'invalid style');
}
