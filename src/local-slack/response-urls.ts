import type { Clock } from './clock.ts';
import type { Events } from './delivery/events.ts';
import type { Json } from './json.ts';
import { Refusal } from './refusal.ts';
import type { Message } from './state/message.ts';
import type { SlackState } from './state/slack-state.ts';
import type { Workspace } from './state/workspace.ts';
import { validateMessage } from './validate-message.ts';
import { kept, threadOf } from './web-api/message-arguments.ts';

const USES = 5;
const LIFETIME_MS = 30 * 60_000;

/** What an answer may hold beside a message. */
const FIELDS = [
  'text',
  'blocks',
  'attachments',
  'metadata',
  'thread_ts',
  'response_type',
  'replace_original',
  'delete_original',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
];

interface Target {
  workspace: Workspace;
  channel: string;
  user: string;
  /** The message whose button was pressed. */
  original?: Message;
}

interface Address extends Target {
  born: number;
  uses: number;
}

/**
 * The addresses at which what a person did can be answered: five times, for thirty minutes, whether the bot is there or
 * not (docs.slack.dev/interactivity/handling-user-interaction).
 */
export class ResponseUrls {
  readonly #addresses = new Map<string, Address>();
  readonly #state: SlackState;
  readonly #events: Events;
  readonly #clock: Clock;

  constructor(state: SlackState, events: Events) {
    this.#state = state;
    this.#events = events;
    this.#clock = state.clock;
  }

  /** A fresh address's path. */
  open(target: Target): string {
    const id = this.#state.ids.next('r');
    this.#addresses.set(id, { ...target, born: this.#clock.now(), uses: 0 });
    return `/response/${id}`;
  }

  /** Takes an answer. @throws Refusal with Slack's code */
  accept(path: string, body: Json): void {
    const address = this.#addresses.get(path.replace('/response/', ''));
    if (!address) throw new Refusal('invalid_url');
    if (this.#clock.now() - address.born > LIFETIME_MS) throw new Refusal('expired_url');
    if (address.uses >= USES) throw new Refusal('used_url');
    address.uses += 1;
    this.say(address, body);
  }

  /** Shows what an app answered, at an address or in its acknowledgement. @throws Refusal */
  say(target: Target, body: Json): void {
    const unknown = Object.keys(body).find((field) => !FIELDS.includes(field));
    if (unknown !== undefined) throw Refusal.badArguments(`invalid additional property: ${unknown}`);
    const { workspace, original } = target;
    if (body.delete_original === true) {
      this.#remove(workspace, original);
      return;
    }
    const content = kept(validateMessage(body), this.#state.ids);
    if (body.replace_original === true) {
      this.#replace(workspace, original, content);
      return;
    }
    const thread = threadOf(workspace, target.channel, body.thread_ts);
    const message = workspace.add({
      channel: target.channel,
      bot_id: workspace.bot.botId,
      ...(body.response_type === 'in_channel' ? {} : { ephemeralTo: target.user }),
      ...content,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    this.#events.posted(workspace, message);
  }

  #remove(workspace: Workspace, original: Message | undefined): void {
    if (!original) throw new Refusal('no_original');
    workspace.remove(original);
    void this.#events.deleted(workspace, original);
  }

  #replace(workspace: Workspace, original: Message | undefined, content: Partial<Message>): void {
    if (!original) throw new Refusal('no_original');
    const previous = { ...original };
    workspace.change(original, { blocks: undefined, ...content });
    this.#events.posted(workspace, original, previous);
  }
}
