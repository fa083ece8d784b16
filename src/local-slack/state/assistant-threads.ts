export interface SuggestedPrompts {
  title?: string;
  prompts: { title: string; message: string }[];
}

/** What the bot shows beside a conversation: that it is at work, a title, prompts to choose from. */
export class AssistantThreads {
  readonly #statuses = new Map<string, string>();
  readonly #titles = new Map<string, string>();
  readonly #prompts = new Map<string, SuggestedPrompts>();

  /** An empty status takes it away. */
  setStatus(channel: string, thread: string, status: string): void {
    if (status === '') this.#statuses.delete(key(channel, thread));
    else this.#statuses.set(key(channel, thread), status);
  }

  setTitle(channel: string, thread: string, title: string): void {
    this.#titles.set(key(channel, thread), title);
  }

  setPrompts(channel: string, prompts: SuggestedPrompts): void {
    this.#prompts.set(channel, prompts);
  }

  /** A message of the bot's takes the status of its thread away. */
  answered(channel: string, thread: string | undefined): void {
    if (thread !== undefined) this.#statuses.delete(key(channel, thread));
  }

  status(channel: string, thread: string): string | undefined {
    return this.#statuses.get(key(channel, thread));
  }

  /** The statuses of a conversation by their threads. */
  statuses(channel: string): Record<string, string> {
    const inside = [...this.#statuses].filter(([name]) => name.startsWith(`${channel} `));
    return Object.fromEntries(inside.map(([name, status]) => [name.slice(channel.length + 1), status]));
  }

  title(channel: string, thread: string): string | undefined {
    return this.#titles.get(key(channel, thread));
  }

  prompts(channel: string): SuggestedPrompts | undefined {
    return this.#prompts.get(channel);
  }
}

const key = (channel: string, thread: string) => `${channel} ${thread}`;
