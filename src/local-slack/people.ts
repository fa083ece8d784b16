import type { Acknowledgement, PayloadType } from './delivery.ts';
import { buttonPayload, commandPayload, eventPayload, messageEvent } from './payloads.ts';
import type { ResponseUrls } from './response-urls.ts';
import { BOT, type Message, type Workspace } from './workspace.ts';

interface PeopleTools {
  workspace: Workspace;
  responses: ResponseUrls;
  /** The events that the app subscribed to. */
  events: readonly string[];
  baseUrl(): string;
  deliver(type: PayloadType, payload: Record<string, unknown>, attempt?: number): Promise<Acknowledgement>;
}

/** What people in the workspace do. Every method resolves when the app has acknowledged all that Slack sent because of it. */
export class People {
  readonly #tools: PeopleTools;
  #ids = 0;

  constructor(tools: PeopleTools) {
    this.#tools = tools;
  }

  /**
   * Somebody writes a message; `<@U0DATELINE>` in it mentions the bot.
   * @param times how often Slack delivers the event, with one event id; more than once as after lost acknowledgements.
   */
  async say(
    user: string,
    channel: string,
    text: string,
    options: { threadTs?: string; times?: number } = {},
  ): Promise<Message> {
    this.#tools.workspace.channelFor(channel, user);
    const thread = options.threadTs === undefined ? {} : { thread_ts: options.threadTs };
    const message = this.#tools.workspace.add({ channel, user, text, ...thread });
    await this.announce(message, options.times);
    return message;
  }

  /** Sends the events of a message that the app subscribed to, each with its own event id. */
  async announce(message: Message, times = 1): Promise<void> {
    for (const event of this.#eventsFor(message)) await this.sendEvent(event, times);
  }

  /** Sends one event as it is, `times` times with the same event id. */
  async sendEvent(event: Record<string, unknown>, times = 1): Promise<Acknowledgement[]> {
    const payload = eventPayload(this.#id('Ev'), event);
    const sent = Array.from({ length: times }, (_, attempt) => this.#tools.deliver('events_api', payload, attempt));
    return Promise.all(sent);
  }

  async command(user: string, channel: string, command: string, text: string): Promise<Acknowledgement> {
    return this.#tools.deliver('slash_commands', commandPayload(command, text, this.#invocation(user, channel)));
  }

  /** Somebody presses a button of a message that they see. */
  async press(user: string, message: Message, actionId: string): Promise<Acknowledgement> {
    const seen = this.#tools.workspace.visibleTo(user, message.channel).find((visible) => visible.ts === message.ts);
    const elements = (seen?.blocks ?? []).flatMap((block) => (block.elements ?? []) as Record<string, unknown>[]);
    const button = elements.find((element) => element.action_id === actionId);
    if (!seen || !button) throw new Error(`${user} sees no button ${actionId} there`);
    return this.#tools.deliver(
      'interactive',
      buttonPayload(seen, button, this.#invocation(user, message.channel, seen)),
    );
  }

  #eventsFor(message: Message): Record<string, unknown>[] {
    const channel = this.#tools.workspace.channels.get(message.channel);
    if (!channel?.members.has(BOT.userId)) return [];
    const mentioned = channel.kind === 'channel' && message.text.includes(`<@${BOT.userId}>`);
    const subscription = channel.kind === 'im' ? 'message.im' : 'message.channels';
    return [
      ...(mentioned && this.#tools.events.includes('app_mention')
        ? [messageEvent('app_mention', message, channel)]
        : []),
      ...(this.#tools.events.includes(subscription) ? [messageEvent('message', message, channel)] : []),
    ];
  }

  #invocation(user: string, channelId: string, original?: Message) {
    const channel = this.#tools.workspace.channels.get(channelId);
    if (!channel) throw new Error(`There is no channel ${channelId}`);
    const responseUrl = `${this.#tools.baseUrl()}${this.#tools.responses.open(channelId, user, original)}`;
    return { user, channel, responseUrl, triggerId: this.#id('trigger') };
  }

  #id(prefix: string): string {
    this.#ids += 1;
    return `${prefix}${this.#ids}`;
  }
}
