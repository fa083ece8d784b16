import type { Journal } from '../journal.ts';
import { eventPayload } from '../payloads/event-payload.ts';
import { changedEvent, deletedEvent, mentionEvent, messageEvent } from '../payloads/message-events.ts';
import { MESSAGE_EVENT } from '../state/channel.ts';
import type { Message } from '../state/message.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Acknowledgement } from './delivery.ts';
import type { Dispatcher } from './dispatcher.ts';

interface Event {
  type: string;
}

/** Tells the app of what it subscribed to, where it is installed. */
export class Events {
  readonly #state: SlackState;
  readonly #dispatcher: Dispatcher;
  readonly #journal: Journal;

  constructor(state: SlackState, dispatcher: Dispatcher, journal: Journal) {
    this.#state = state;
    this.#dispatcher = dispatcher;
    this.#journal = journal;
  }

  /** A message was written: a mention, an event for the kind of conversation, both, or neither. */
  async written(workspace: Workspace, message: Message, times = 1): Promise<void> {
    const channel = this.#heard(workspace, message);
    if (!channel) return;
    const where = { state: this.#state, workspace };
    const byPerson = message.bot_id === undefined && message.subtype === undefined;
    const mentions = byPerson && message.text.includes(`<@${workspace.bot.userId}>`) && channel.kind !== 'im';
    if (mentions) await this.send(workspace, 'app_mention', mentionEvent(where, message, channel), times);
    await this.send(workspace, MESSAGE_EVENT[channel.kind], messageEvent(where, message, channel), times);
  }

  async changed(workspace: Workspace, message: Message, previous: Message): Promise<void> {
    const channel = this.#heard(workspace, message);
    if (!channel) return;
    const where = { state: this.#state, workspace };
    const event = changedEvent(where, message, previous, channel, workspace.nextTs());
    await this.send(workspace, MESSAGE_EVENT[channel.kind], event);
  }

  async deleted(workspace: Workspace, previous: Message): Promise<void> {
    const channel = this.#heard(workspace, previous);
    if (!channel) return;
    const event = deletedEvent({ state: this.#state, workspace }, previous, channel, workspace.nextTs());
    await this.send(workspace, MESSAGE_EVENT[channel.kind], event);
  }

  /** The bot wrote or changed something: in the journal always, to the app itself where others see it. */
  posted(workspace: Workspace, message: Message, previous?: Message): void {
    this.#journal.add({ kind: 'posted', message: { ...message } });
    if (previous) void this.changed(workspace, message, previous);
    else void this.written(workspace, message);
  }

  /** Sends an event if the app subscribed to it, `times` times under one event id. */
  async send(workspace: Workspace, subscription: string, event: Event, times = 1): Promise<Acknowledgement[]> {
    const wanted = this.#state.app.events.includes(subscription) && this.#state.installation(workspace) !== undefined;
    return wanted ? this.sendAnyway(workspace, event, times) : [];
  }

  /** Sends an event whatever the app subscribed to. */
  async sendAnyway(workspace: Workspace, event: Event, times = 1): Promise<Acknowledgement[]> {
    const payload = eventPayload({ state: this.#state, workspace }, this.#state.ids.next('Ev'), event);
    const attempts = Array.from({ length: times }, (_, attempt) => attempt);
    return Promise.all(attempts.map((attempt) => this.#dispatcher.deliver('events_api', payload, attempt)));
  }

  /** The conversation of a message, if the app's bot is in it and the message is for everybody. */
  #heard(workspace: Workspace, message: Message) {
    const channel = workspace.channels.get(message.channel);
    return channel?.members.has(workspace.bot.userId) && message.ephemeralTo === undefined ? channel : undefined;
  }
}
