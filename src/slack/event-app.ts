import { App, type Context, type ReceiverEvent } from '@slack/bolt';
import { withLogFields } from '../log-fields.ts';
import { acknowledgeWhenDone } from './acknowledge.ts';
import { deliveryIds } from './delivery-ids.ts';

/**
 * Bolt's app, but for this: Bolt acknowledges an event before any listener has seen it, so that an event is lost when
 * the process dies before it has answered. Here an event is acknowledged once its listeners are done. Every line of the log
 * about what came carries its ids.
 */
export class EventApp extends App {
  /** @throws where the listeners failed in a way that may pass: Slack is to bring the event again. */
  override processEvent(event: ReceiverEvent): Promise<void> {
    return withLogFields(deliveryIds(event.body), () => this.#process(event));
  }

  async #process(event: ReceiverEvent): Promise<void> {
    if (event.body.type !== 'event_callback') return super.processEvent(watched(event));
    const work = super.processEvent({ ...event, ack: async () => {} });
    return acknowledgeWhenDone(work, () => event.ack());
  }
}

/** The same, but its context tells whether a listener acknowledged it. */
function watched(event: ReceiverEvent): ReceiverEvent {
  let acknowledged = false;
  const ack: ReceiverEvent['ack'] = (answer) => {
    acknowledged = true;
    return event.ack(answer);
  };
  return { ...event, ack, customProperties: { ...event.customProperties, wasAcknowledged: () => acknowledged } };
}

/** Whether what a context belongs to needs no acknowledgement any more. */
export function wasAcknowledged({ wasAcknowledged: ask }: Context): boolean {
  return typeof ask !== 'function' || ask() === true;
}
