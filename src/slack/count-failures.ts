import type { SlackMetrics } from '../metrics/slack.ts';

/**
 * Waits for the response to a call of Slack, and counts it where the call failed: by Slack's code, else by the status of the
 * response, or as `unreachable` where there is none.
 * @throws what the call throws
 */
export async function countFailures(
  call: Promise<Response>,
  callFailed: SlackMetrics['callFailed'],
): Promise<Response> {
  const unreachable = (error: unknown): never => {
    callFailed('unreachable');
    throw error;
  };
  const response = await call.catch(unreachable);
  if (response.status === 429) callFailed('ratelimited');
  else if (!response.ok) callFailed(`http_${response.status}`);
  else if (response.headers.get('content-type')?.startsWith('application/json')) {
    const body = await response.text().catch(unreachable);
    const code = refusal(body);
    if (code !== undefined) callFailed(code);
    // Made anew of its text: that costs less than a clone.
    return new Response(body, response);
  }
  return response;
}

/** The code with which Slack refuses a call; every answer of the Web API says `ok` or `error`. */
function refusal(body: string): string | undefined {
  try {
    const { ok, error } = JSON.parse(body) as { ok?: unknown; error?: unknown };
    return ok === false ? String(error) : undefined;
  } catch {
    // Who called reads the same, and says what is wrong with it.
    return undefined;
  }
}
