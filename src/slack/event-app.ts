import { App, type ReceiverEvent } from '@slack/bolt';
import { acknowledgeWhenDone } from './acknowledge.ts';

/**
 * Bolt's app, but for one thing: Bolt acknowledges an event before any listener has seen it, so that an event is lost when
 * the process dies before it has answered. Here an event is acknowledged once its listeners are done.
 */
export class EventApp extends App {
  /** @throws where the listeners failed in a way that may pass: Slack is to bring the event again. */
  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (event.body.type !== 'event_callback') return super.processEvent(event);
    const work = super.processEvent({ ...event, ack: async () => {} });
    return acknowledgeWhenDone(work, () => event.ack());
  }
}
