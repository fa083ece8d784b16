import { Refusal } from './refusal.ts';

export interface Message {
  channel: string;
  ts: string;
  text: string;
  user?: string;
  bot_id?: string;
  thread_ts?: string;
  blocks?: Record<string, unknown>[];
  metadata?: Record<string, unknown>;
  /** The only person who sees it. */
  ephemeralTo?: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'channel' | 'im';
  members: Set<string>;
  archived: boolean;
}

export const TEAM = { id: 'T0NEWSDESK', domain: 'newsdesk' };
export const BOT = { userId: 'U0DATELINE', botId: 'B0DATELINE', appId: 'A0DATELINE', name: 'dateline' };

/** A workspace: people, channels, messages. The bot is a member of the channels that say so. */
export class Workspace {
  readonly channels = new Map<string, Channel>();
  messages: Message[] = [];
  #ticks = 0;

  constructor(people: readonly string[]) {
    this.addChannel('C0NEWS', 'newsroom', 'channel', [...people, BOT.userId]);
    this.addChannel('C0QUIET', 'without-the-bot', 'channel', people);
    for (const person of people) this.addChannel(`D${person.slice(1)}`, 'directmessage', 'im', [person, BOT.userId]);
  }

  addChannel(id: string, name: string, kind: Channel['kind'], members: readonly string[]): void {
    this.channels.set(id, { id, name, kind, members: new Set(members), archived: false });
  }

  /** The channel that somebody may write to. @throws Refusal with Slack's code. */
  channelFor(id: string, member: string): Channel {
    const channel = this.channels.get(id);
    // A conversation between others does not exist for those who are not in it.
    if (!channel || (channel.kind === 'im' && !channel.members.has(member))) throw new Refusal('channel_not_found');
    if (channel.archived) throw new Refusal('is_archived');
    if (!channel.members.has(member)) throw new Refusal('not_in_channel');
    return channel;
  }

  /** Keeps a message and gives it its `ts`, unique and rising. */
  add(message: Omit<Message, 'ts'>): Message {
    const kept = { ...message, ts: this.nextTs() };
    this.messages.push(kept);
    return kept;
  }

  nextTs(): string {
    this.#ticks += 1;
    return `1700000000.${String(this.#ticks).padStart(6, '0')}`;
  }

  find(channel: string, ts: string): Message | undefined {
    return this.messages.find((message) => message.channel === channel && message.ts === ts);
  }

  remove(message: Message): void {
    this.messages = this.messages.filter((kept) => kept !== message);
  }

  /** What a person sees in a channel, oldest first. */
  visibleTo(person: string, channel: string): Message[] {
    return this.messages.filter(
      (message) => message.channel === channel && (message.ephemeralTo === undefined || message.ephemeralTo === person),
    );
  }
}
