import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { BotIdentity, PersonSettings, WorkspaceSettings } from '../workspace-settings.ts';
import { AssistantThreads } from './assistant-threads.ts';
import type { Channel, ChannelKind } from './channel.ts';
import type { Message } from './message.ts';
import { Timestamps } from './timestamps.ts';

/** What of a workspace changed, for whoever shows it. */
export interface Change {
  team: string;
  what: 'message' | 'channel' | 'modal' | 'home' | 'assistant' | 'installation';
  channel?: string;
  user?: string;
}

/** A workspace: people, conversations, messages. */
export class Workspace {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly bot: BotIdentity;
  readonly people: ReadonlyMap<string, PersonSettings>;
  readonly channels = new Map<string, Channel>();
  readonly assistant = new AssistantThreads();
  messages: Message[] = [];
  /** The replies of each thread, so that nobody looks through all messages for them. */
  readonly #replies = new Map<string, Message[]>();
  readonly #timestamps: Timestamps;
  readonly #clock: Clock;
  readonly #changed: (change: Change) => void;

  constructor(settings: WorkspaceSettings, clock: Clock, changed: (change: Change) => void) {
    this.id = settings.id;
    this.name = settings.name;
    this.domain = settings.domain;
    this.bot = settings.bot;
    this.people = new Map(settings.people.map((person) => [person.id, person]));
    this.#timestamps = new Timestamps(clock);
    this.#clock = clock;
    this.#changed = changed;
    for (const { id, name, private: closed, members, withBot } of settings.channels) {
      const inside = [...(members ?? this.people.keys()), ...(withBot ? [this.bot.userId] : [])];
      this.addChannel(id, name, closed ? 'group' : 'channel', inside);
    }
    for (const person of this.people.keys())
      this.addChannel(directId(person), 'directmessage', 'im', [person, this.bot.userId]);
  }

  /** Tells whoever shows the workspace that something in it is new. */
  changed(what: Change['what'], where: Omit<Change, 'team' | 'what'> = {}): void {
    this.#changed({ team: this.id, what, ...where });
  }

  addChannel(id: string, name: string, kind: ChannelKind, members: readonly string[]): Channel {
    const created = Math.floor(this.#clock.now() / 1000);
    const channel = { id, name, kind, members: new Set(members), archived: false, created };
    this.channels.set(id, channel);
    return channel;
  }

  /** The conversation between a person and the bot. */
  directWith(person: string): Channel | undefined {
    return this.channels.get(directId(person));
  }

  /**
   * The conversation that an argument names to somebody, by its id, by `#name`, or by the person at its other end.
   * @throws Refusal `channel_not_found`, also for what is closed to them
   */
  visible(id: string, member: string): Channel {
    const channel = this.channels.get(id) ?? this.directWith(id) ?? this.#named(id.replace(/^#/, ''));
    const open = channel?.kind === 'channel' || channel?.members.has(member);
    if (!channel || !open) throw new Refusal('channel_not_found');
    return channel;
  }

  #named(name: string): Channel | undefined {
    return [...this.channels.values()].find((channel) => channel.kind === 'channel' && channel.name === name);
  }

  /**
   * The conversation that somebody may write to.
   * @throws Refusal with Slack's code
   */
  channelFor(id: string, member: string): Channel {
    const channel = this.visible(id, member);
    if (channel.archived) throw new Refusal('is_archived');
    if (!channel.members.has(member)) throw new Refusal('not_in_channel');
    return channel;
  }

  /** Keeps a message and gives it its `ts`, unique and rising. */
  add(message: Omit<Message, 'ts'>): Message {
    const kept = { ...message, ts: this.nextTs() };
    this.messages.push(kept);
    if (kept.thread_ts !== undefined) {
      const thread = threadKey(kept.channel, kept.thread_ts);
      this.#replies.set(thread, [...(this.#replies.get(thread) ?? []), kept]);
    }
    if (kept.bot_id !== undefined) this.assistant.answered(kept.channel, kept.thread_ts);
    this.changed('message', { channel: kept.channel });
    return kept;
  }

  /** Writes into a message; a field that is undefined goes away. */
  change(message: Message, fields: { [Field in keyof Message]?: Message[Field] | undefined }): void {
    Object.assign(message, fields);
    for (const [field, value] of Object.entries(fields))
      if (value === undefined) Reflect.deleteProperty(message, field);
    this.changed('message', { channel: message.channel });
  }

  nextTs(): string {
    return this.#timestamps.next();
  }

  find(channel: string, ts: string): Message | undefined {
    return this.messages.find((message) => message.channel === channel && message.ts === ts);
  }

  remove(message: Message): void {
    this.messages = this.messages.filter((kept) => kept !== message);
    const thread = threadKey(message.channel, message.thread_ts ?? message.ts);
    const replies = this.#replies.get(thread)?.filter((kept) => kept !== message);
    if (replies) this.#replies.set(thread, replies);
    this.changed('message', { channel: message.channel });
  }

  /** What a person sees in a conversation, oldest first. */
  visibleTo(person: string, channel: string): Message[] {
    return this.messages.filter(
      (message) => message.channel === channel && (message.ephemeralTo === undefined || message.ephemeralTo === person),
    );
  }

  /** The replies to a message, oldest first, as everybody sees them. */
  replies(root: Message): Message[] {
    const replies = this.#replies.get(threadKey(root.channel, root.ts)) ?? [];
    return replies.filter(({ ts, ephemeralTo }) => ts !== root.ts && ephemeralTo === undefined);
  }
}

function threadKey(channel: string, root: string): string {
  return `${channel} ${root}`;
}

function directId(person: string): string {
  return `D${person.slice(1)}`;
}
