import type { Mode } from '../config.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { SlackLine } from './slack-line.ts';

const clock = findingsOf('clock');

const SECOND = 1000;
const TOO_FAR = 60 * SECOND;
/** A request whose signature is older is refused: docs.slack.dev/authentication/verifying-requests-from-slack. */
const REFUSED_FROM = 300 * SECOND;

/** How far this machine's clock is from Slack's, by what Slack said on the way. */
export async function checkClock(mode: Mode, line: SlackLine): Promise<Finding> {
  // What it answers is of no interest: any answer has a date.
  if (line.ahead === undefined)
    await line
      .client()
      .api.test()
      .catch(() => {});
  if (line.ahead === undefined) return clock.unchecked('Slack could not be asked for the time');
  const away = Math.abs(line.ahead);
  const told = `${Math.round(away / SECOND)} s ${line.ahead < 0 ? 'behind' : 'ahead of'} Slack’s`;
  if (away <= TOO_FAR) return clock.ok(`within ${TOO_FAR / SECOND} s of Slack’s`);
  const remedy = 'set it, and keep it right with NTP';
  if (mode === 'http' && away >= REFUSED_FROM) {
    return clock.problem(`${told}, so that the signatures of all requests look too old: ${remedy}`);
  }
  return clock.warning(`${told}; from 300 s on, requests that Slack signed are refused: ${remedy}`);
}
