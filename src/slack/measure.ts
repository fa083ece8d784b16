import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { SlackMetrics } from '../metrics/slack.ts';

/** What is read of anything that Slack sends. */
interface Delivered {
  type?: unknown;
  event?: { type?: unknown };
}

/** Runs before all listeners: counts what came, and times it until they are done. */
export async function measure(
  { body, next }: Pick<AnyMiddlewareArgs & AllMiddlewareArgs, 'body' | 'next'>,
  metrics: Pick<SlackMetrics, 'received'>,
): Promise<void> {
  const done = metrics.received(typeOf(body as Delivered));
  try {
    await next();
  } finally {
    done();
  }
}

/** The type of the event, or that of the interaction; a command says none. */
function typeOf({ type, event }: Delivered): string {
  return String(type === 'event_callback' ? event?.type : (type ?? 'command'));
}
