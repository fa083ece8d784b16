import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import { acknowledgeWhenDone } from './acknowledge.ts';

/** Told of something that somebody did, and for which there is no listener; `action` is the id of a button, if it is one. */
type Unhandled = (what: { type: string; action?: string }) => void;

/**
 * Bolt's app, but for two things. Bolt acknowledges an event before any listener has seen it, so that an event is lost when
 * the process dies before it has answered: here an event is acknowledged once its listeners are done. And Bolt leaves what
 * has no listener, such as a button that an older version drew, without a word: here it is acknowledged and told.
 */
export class EventApp extends App {
  readonly #unhandled: Unhandled;

  constructor(options: AppOptions, unhandled: Unhandled) {
    super(options);
    this.#unhandled = unhandled;
  }

  /** @throws where the listeners failed in a way that may pass: Slack is to bring the event again. */
  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (event.body.type === 'event_callback') {
      const work = super.processEvent({ ...event, ack: async () => {} });
      return acknowledgeWhenDone(work, () => event.ack());
    }
    let acknowledged = false;
    const ack: ReceiverEvent['ack'] = (response) => {
      acknowledged = true;
      return event.ack(response);
    };
    await super.processEvent({ ...event, ack });
    if (acknowledged) return;
    this.#unhandled(described(event.body));
    await event.ack();
  }
}

/** What came, by the ids in it: anybody may have written the rest. */
function described({ type, actions }: ReceiverEvent['body']): { type: string; action?: string } {
  const id: unknown = Array.isArray(actions) ? actions[0]?.action_id : undefined;
  const action = typeof id === 'string' && /^[\w-]{1,60}$/.test(id) ? { action: id } : {};
  return { type: typeof type === 'string' && /^\w{1,40}$/.test(type) ? type : 'command', ...action };
}
