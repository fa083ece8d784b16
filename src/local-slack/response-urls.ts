import { Refusal } from './refusal.ts';
import { validateMessage } from './validate-message.ts';
import { BOT, type Message, type Workspace } from './workspace.ts';

const USES = 5;
const LIFETIME_MS = 30 * 60_000;

interface Address {
  channel: string;
  user: string;
  /** The message whose button was pressed. */
  original?: Message;
  born: number;
  uses: number;
}

/** The addresses at which a command or a button can be answered: five times, for thirty minutes, member or not. */
export class ResponseUrls {
  readonly #addresses = new Map<string, Address>();
  readonly #workspace: Workspace;
  readonly #now: () => number;
  readonly #posted: (message: Message) => void;

  constructor(workspace: Workspace, now: () => number, posted: (message: Message) => void) {
    this.#workspace = workspace;
    this.#now = now;
    this.#posted = posted;
  }

  /** A fresh address's path. */
  open(channel: string, user: string, original?: Message): string {
    const id = `r${this.#addresses.size + 1}`;
    this.#addresses.set(id, { channel, user, ...(original ? { original } : {}), born: this.#now(), uses: 0 });
    return `/response/${id}`;
  }

  /** Takes an answer. @throws Refusal with Slack's code. */
  accept(path: string, body: Record<string, unknown>): void {
    const address = this.#addresses.get(path.replace('/response/', ''));
    if (!address) throw new Refusal('invalid_url');
    if (this.#now() - address.born > LIFETIME_MS) throw new Refusal('expired_url');
    address.uses += 1;
    if (address.uses > USES) throw new Refusal('used_url');
    if (body.delete_original === true) {
      if (address.original) this.#workspace.remove(address.original);
      return;
    }
    this.#say(address, body);
  }

  #say(address: Address, body: Record<string, unknown>): void {
    const content = validateMessage(body);
    if (body.replace_original === true) {
      if (!address.original) throw new Refusal('no_original');
      Object.assign(address.original, content);
      this.#posted(address.original);
      return;
    }
    const visibility = body.response_type === 'in_channel' ? {} : { ephemeralTo: address.user };
    this.#posted(this.#workspace.add({ channel: address.channel, bot_id: BOT.botId, ...visibility, ...content }));
  }
}
