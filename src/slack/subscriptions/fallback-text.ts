import { LIMITS, packLines } from '../../render/limits.ts';

/** The text of a message from its lines, which are mrkdwn; where Slack would not take all of them, the first ones. */
export function fallbackText(lines: readonly string[]): string {
  const [first = '', ...rest] = packLines(
    lines.flatMap((line) => line.split('\n')),
    LIMITS.fallbackText - 2,
  );
  return rest.length === 0 ? first : `${first}\n…`;
}
