import type { SlackSettings } from '../config.ts';
import { HEALTH_PATH } from '../slack/health.ts';
import { type Finding, findingsOf } from './finding.ts';

const address = findingsOf('public address');

/** How long the address may take to answer, in milliseconds. */
const WAIT = 10_000;

/** Whether Dateline, while it runs, answers at the address under which Slack reaches it. */
export async function checkPublicAddress(
  { publicUrl }: Extract<SlackSettings, { mode: 'http' }>,
  get: typeof fetch,
): Promise<Finding> {
  if (publicUrl === undefined) {
    return address.unchecked('set DATELINE_PUBLIC_URL to the address under which Slack reaches Dateline');
  }
  const url = `${publicUrl}${HEALTH_PATH}`;
  try {
    const response = await get(url, { signal: AbortSignal.timeout(WAIT), redirect: 'manual' });
    const health: unknown = await response.json().catch(() => undefined);
    if (!isHealth(health)) {
      return address.problem(
        `${url} is answered by something else (${response.status}): have the proxy pass every path on to PORT of Dateline`,
      );
    }
    if (health.ok) return address.ok(`Dateline answers at ${publicUrl}`);
    return address.problem(`Dateline answers at ${publicUrl} that it is not well: see its log`);
  } catch {
    return address.warning(
      `nobody answers at ${url} from here: start Dateline, and check the name, the certificate and the proxy`,
    );
  }
}

function isHealth(value: unknown): value is { ok: boolean } {
  return typeof value === 'object' && value !== null && 'ok' in value && 'store' in value && 'slack' in value;
}
